using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using MlMaths.Torch.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- --filter '*'
// dotnet run -c Release --project tests/Benchmarks -- tables pca [python]   beside scikit-learn, in one run
if (args is ["tables", "pca", .. string[] more])
{
    PcaComparison.Print(python: more is [string python] ? python : "python3");
    return;
}

// In this process: a project generated elsewhere would copy half a gigabyte of libtorch.
Job job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(10);
BenchmarkSwitcher.FromAssembly(typeof(CurvesBenchmark).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
