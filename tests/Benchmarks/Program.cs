using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using MlMaths.Torch.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- tables clouds|planted|batches [seeds]   how often verdicts are right
// dotnet run -c Release --project tests/Benchmarks -- tables kmeans|pca [python]              beside scikit-learn, in one run
// dotnet run -c Release --project tests/Benchmarks -- tables step                             a training step beside a bare loop
// dotnet run -c Release --project tests/Benchmarks -- --filter '*'
if (args is ["tables", string table, .. string[] more])
{
    int seeds = more is [string number] && table is not ("kmeans" or "pca") ? int.Parse(number) : 50;
    torch.set_num_threads(1);
    if (table == "clouds") ClusterTables.Clouds(seeds);
    if (table == "planted") ClusterTables.Planted(seeds);
    if (table == "batches") ClusterTables.Batches(seeds);
    if (table == "step") TrainingStepTable.Print();
    if (table == "pca") PcaComparison.Print(python: more is [string interpreter] ? interpreter : "python3");
    if (table == "kmeans") KMeansComparison.Print(python: more is [string python] ? python : "python3");
    if (table == "pca") PcaComparison.Print(python: more is [string other] ? other : "python3");
    return;
}

// In this process: a project generated elsewhere would copy half a gigabyte of libtorch.
Job job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(10);
BenchmarkSwitcher.FromAssembly(typeof(CurvesBenchmark).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
