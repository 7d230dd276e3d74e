//! `DataFusion` in this process.

use std::future::poll_fn;
use std::path::Path;
use std::sync::Arc;

use datafusion::datasource::file_format::parquet::ParquetFormat;
use datafusion::datasource::listing::{ListingOptions, ListingTable, ListingTableConfig, ListingTableUrl};
use datafusion::error::DataFusionError;
use datafusion::execution::SendableRecordBatchStream;
use datafusion::execution::disk_manager::{DiskManagerBuilder, DiskManagerMode};
use datafusion::execution::object_store::ObjectStoreUrl;
use datafusion::execution::runtime_env::{RuntimeEnv, RuntimeEnvBuilder};
use datafusion::object_store::local::LocalFileSystem;
use datafusion::physical_plan::{ExecutionPlan, ExecutionPlanProperties as _, displayable};
use datafusion::prelude::{SessionConfig, SessionContext, col};
use tokio::runtime::Runtime;

use super::{Answer, Engine, EngineError};
use crate::frame;
use crate::question::TABLE;

/// Where the engine finds the files of its store.
const ROOT: &str = "events://store";

/// The engine on one store, in as many threads as it is given and within bounds of memory.
pub struct Embedded {
    runtime: Runtime,
    environment: Arc<RuntimeEnv>,
    n_threads: usize,
}

impl Embedded {
    /// An engine on the store in a folder. `memory` bounds in bytes what a question may hold; nothing is put by on
    /// disk, since rows are about persons.
    ///
    /// # Errors
    ///
    /// [`EngineError::Failed`] when the folder or the machine does not allow it.
    pub fn new(root: &Path, memory: usize, n_threads: usize) -> Result<Self, EngineError> {
        let n_threads = n_threads.max(1);
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(n_threads)
            // Reading waits in threads of its own.
            .max_blocking_threads(n_threads * 2)
            .enable_all()
            .build()
            .map_err(failed)?;
        let environment = RuntimeEnvBuilder::new()
            .with_memory_limit(memory, 1.0)
            .with_disk_manager_builder(DiskManagerBuilder::default().with_mode(DiskManagerMode::Disabled))
            .build_arc()
            .map_err(failed)?;
        let folder = LocalFileSystem::new_with_prefix(root).map_err(failed)?;
        let url = ObjectStoreUrl::parse(ROOT).map_err(failed)?;
        environment.register_object_store(url.as_ref(), Arc::new(folder));
        Ok(Self { runtime, environment, n_threads })
    }

    /// A plan for a question about files. In order, every file is a part of its own.
    async fn plan(
        &self,
        files: &[&str],
        sql: &str,
        in_order: bool,
    ) -> Result<(Arc<dyn ExecutionPlan>, SessionContext), DataFusionError> {
        let n_parts = if in_order { files.len() } else { self.n_threads };
        let mut config = SessionConfig::new()
            .with_target_partitions(n_parts)
            // Counting reads every row in any case: what the files say of their columns saves nothing.
            .with_collect_statistics(false)
            .with_round_robin_repartition(false)
            .with_repartition_file_scans(!in_order);
        let execution = &mut config.options_mut().execution;
        execution.enable_file_stream_work_stealing = !in_order;
        execution.parquet.schema_force_view_types = false;
        execution.parquet.enable_page_index = false;
        execution.parquet.bloom_filter_on_read = false;
        let context = SessionContext::new_with_config_rt(config, Arc::clone(&self.environment));
        let order = frame::ORDER.iter().map(|name| col(*name).sort(true, false)).collect();
        let options = ListingOptions::new(Arc::new(ParquetFormat::default())).with_file_sort_order(vec![order]);
        let paths = files.iter().map(|file| ListingTableUrl::parse(format!("{ROOT}/{file}")));
        let table = ListingTableConfig::new_with_multi_paths(paths.collect::<Result<_, _>>()?)
            .with_listing_options(options)
            .with_schema(frame::SCHEMA.clone());
        context.register_table(TABLE, Arc::new(ListingTable::try_new(table)?))?;
        Ok((context.sql(sql).await?.create_physical_plan().await?, context))
    }

    fn answer(&self, mut stream: SendableRecordBatchStream) -> Answer<'_> {
        Box::new(std::iter::from_fn(move || {
            let next = self.runtime.block_on(poll_fn(|context| stream.as_mut().poll_next(context)));
            next.map(|portion| portion.map_err(failed))
        }))
    }
}

impl Engine for Embedded {
    fn ask<'a>(&'a self, files: &[&str], sql: &str) -> Result<Answer<'a>, EngineError> {
        let stream = self.runtime.block_on(async {
            let (plan, context) = self.plan(files, sql, false).await?;
            datafusion::physical_plan::execute_stream(plan, context.task_ctx())
        });
        Ok(self.answer(stream.map_err(failed)?))
    }

    fn ask_in_order<'a>(&'a self, files: &[&str], sql: &str) -> Result<Vec<Answer<'a>>, EngineError> {
        let (plan, context) = self.runtime.block_on(self.plan(files, sql, true)).map_err(failed)?;
        if plan.output_partitioning().partition_count() != files.len() || !keeps_order(&plan) || sorts(&plan) {
            return Err(EngineError::Sorts(displayable(plan.as_ref()).one_line().to_string()));
        }
        let _within = self.runtime.enter();
        let streams = datafusion::physical_plan::execute_stream_partitioned(plan, context.task_ctx());
        Ok(streams.map_err(failed)?.into_iter().map(|stream| self.answer(stream)).collect())
    }

    fn n_at_a_time(&self) -> usize {
        self.n_threads
    }
}

/// Whether what comes out of a plan is known to lie person by person.
fn keeps_order(plan: &Arc<dyn ExecutionPlan>) -> bool {
    let first = plan.output_ordering().map(|order| order.first().to_string());
    first.is_some_and(|first| first.starts_with("person@") && first.contains(" ASC"))
}

/// Whether a plan sorts anywhere.
fn sorts(plan: &Arc<dyn ExecutionPlan>) -> bool {
    plan.name().contains("Sort") || plan.children().into_iter().any(sorts)
}

fn failed(error: impl std::fmt::Display) -> EngineError {
    EngineError::Failed(error.to_string())
}
