//! The status of a plan as a document: the same content as the other formats. The house of these tests prints
//! plain text; that the program prints a PDF is held in its own tests.

use http::header;
use varde_kernel::access::Role;
use varde_kernel::{Locale, PlanId};

use crate::plan_pages::{house, run, says};

#[test]
fn the_status_of_a_plan_can_be_kept_in_three_languages() {
    run(async {
        let app = house().await;
        let path = format!("/plans/{}/status?as_of=2023-12-31&format=", PlanId::from_code("plan.nhp"));
        for (locale, words) in [
            (
                Locale::Nb,
                ["Status per 31. desember 2023. 13 tallfestede mål: 1 kan vurderes", "Side {page} av {pages}"],
            ),
            (Locale::Nn, ["Status per 31. desember 2023. 13 talfesta mål: 1 kan vurderast", "Side {page} av {pages}"]),
            (Locale::En, ["31 December 2023. 13 numeric targets: 1 can be judged", "Page {page} of {pages}"]),
        ] {
            let nurse = app.user_in("Nora Sykepleier", &[(Role::Staff, "ward")], locale);
            let printed = app.get(Some(&nurse), &format!("{path}pdf")).await;
            says(&printed, &words);
            assert_eq!(printed.headers[header::CONTENT_TYPE], "application/pdf");
            let name = printed.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
            assert!(name.starts_with("attachment; filename=\"") && name.ends_with("-2023-12-31.pdf\""), "{name}");
            // Every line of the text about goals and measures is in the document too.
            let text = app.get(Some(&nurse), &format!("{path}text")).await.text;
            let told = text.lines().filter_map(|line| line.trim().strip_prefix('[')?.split_once("] "));
            let mut n = 0;
            for (state, stands) in told {
                assert!(printed.text.contains(&format!("{state}\n{stands}")), "{state}: {stands} in {}", printed.text);
                n += 1;
            }
            assert_eq!(n, 13, "{text}");
            let page =
                app.get(Some(&nurse), &format!("/plans/{}?as_of=2023-12-31", PlanId::from_code("plan.nhp"))).await;
            assert!(page.text.contains(&format!("href=\"{}pdf\"", path.replace('&', "&amp;"))), "{}", page.text);
        }
        assert_eq!(
            app.get(None, &format!("{path}pdf")).await.status,
            app.get(None, &format!("{path}text")).await.status
        );
    });
}
