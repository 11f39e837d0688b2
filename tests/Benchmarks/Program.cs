using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using MlMaths.Torch.Benchmarks;

// Behind `dotnet run -c Release --project tests/Benchmarks --`:
// tables NAME                                                           a table; TableCatalogue.cs lists them
// repeat [--runs 20] [--whole 3] [--only TEXT] [--out FILE.md]          whether the same seed gives the same bytes
// peers [--python FILE] [--only TEXT] [--rounds 5] [--out FILE.md]      the same work here and in other libraries, by turns
// doctor [--secret TEXT] [--trials 400] [--budget 60] [--out FILE]      the training doctor's error rates, beside published rules
// review [FOLDER] [--only TEXT] [--full] [--program FILE]                whether any page contradicts its own numbers
// --filter '*'                                                          times of single operations
switch (args)
{
    case [BusyProcesses.Word]:
        BusyProcesses.Spin();
        return 0;
    case [FilePeers.FirstTensorWord]:
        FilePeers.FirstTensor();
        return 0;
    case ["repeat", .. string[] asked]:
        return RepeatTable.Print(RepeatOptions.From(asked));
    case ["peers", .. string[] asked]:
        return PeersTable.Print(asked);
    case ["review", .. string[] asked]:
        return ReviewTable.Print(asked);
    case ["doctor", .. string[] asked]:
        return DoctorCommand.Print(asked);
    case ["tables", string name, .. string[] asked]:
        return TableCatalogue.Print(name, asked);
    default:
        SingleOperations(args);
        return 0;
}

// In this process: a project generated elsewhere would copy half a gigabyte of libtorch.
static void SingleOperations(string[] args)
{
    Job job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(10);
    BenchmarkSwitcher.FromAssembly(typeof(CurvesBenchmark).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
}
