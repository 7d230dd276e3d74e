//! What others call an indicator.

use varde_kernel::IndicatorId;
use varde_kernel::access::Granted;
use varde_store::{Error, Read, Tx, values};

use crate::model::{Codes, Indicator};

/// By what indicators can be found in files.
pub async fn codes(db: &impl Read) -> Result<Codes, Error> {
    let own = db.all("select code from indicator", values![], |row| row.get::<String>("code")).await?;
    let sql = "select c.code as theirs, i.code as ours from indicator_code c join indicator i on i.id = c.indicator_id";
    let others = db.all(sql, values![], |row| Ok((row.get::<String>("theirs")?, row.get::<String>("ours")?))).await?;
    Ok(Codes { own: own.into_iter().collect(), others: others.into_iter().collect() })
}

/// What others call one indicator, by the alphabet.
pub async fn codes_of(db: &impl Read, indicator: IndicatorId) -> Result<Vec<String>, Error> {
    let sql = "select code from indicator_code where indicator_id = $1 order by code";
    db.all(sql, values![indicator], |row| row.get("code")).await
}

/// Keeps what others call an indicator. A code that means another one already goes on meaning that.
pub async fn put_codes(tx: &Tx, indicator: &Granted<Indicator>, codes: &[String]) -> Result<(), Error> {
    for code in codes.iter().filter(|code| !code.is_empty() && **code != indicator.code) {
        let sql = "insert into indicator_code (code, indicator_id) values ($1, $2) on conflict (code) do nothing";
        tx.run(sql, values![code, indicator.id]).await?;
    }
    Ok(())
}
