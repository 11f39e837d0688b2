using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using MlMaths.Torch.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- tables all|clouds|planted|batches|sizes [seeds] [--csv FILE]   how often verdicts are right
// dotnet run -c Release --project tests/Benchmarks -- tables kmeans|pca [python]                                    beside scikit-learn, in one run
// dotnet run -c Release --project tests/Benchmarks -- tables million                                                a million rows: time and memory
// dotnet run -c Release --project tests/Benchmarks -- tables backpropagation|inference|step|sweep                   ways to do the same, in turns
// dotnet run -c Release --project tests/Benchmarks -- tables gradients [points]                                     how far the gradient check can be believed
// dotnet run -c Release --project tests/Benchmarks -- tables stability [losses of each kind]                        the largest stable rate, predicted and tried
// dotnet run -c Release --project tests/Benchmarks -- tables decisions [populations] [--csv FILE]                  what the chosen threshold is worth
// dotnet run -c Release --project tests/Benchmarks -- tables alarms [worlds] [--csv FILE]                           what watches the base rate, where the truth is known
// dotnet run -c Release --project tests/Benchmarks -- tables coverage|distributions [trials]                        whether intervals and tests keep their word
// dotnet run -c Release --project tests/Benchmarks -- tables leakage [worlds]                                       what the leakage checks find, and cry for nothing
// dotnet run -c Release --project tests/Benchmarks -- tables regression [worlds]                                    how often intervals of a regression hold the truth
// dotnet run -c Release --project tests/Benchmarks -- tables scores [rows]                                          a file of scores: seconds and memory
// dotnet run -c Release --project tests/Benchmarks -- tables memory [steps]                                         what a long training takes of memory
// dotnet run -c Release --project tests/Benchmarks -- repeat [--runs 20] [--whole 3] [--only TEXT] [--out FILE.md]  whether the same seed gives the same bytes
if (args is [BusyProcesses.Word])
{
    BusyProcesses.Spin();
    return 0;
}

if (args is ["repeat", .. string[] repeat])
    return RepeatTable.Print(RepeatOptions.From(repeat));

if (args is ["tables", string table, .. string[] more])
{
    torch.set_num_threads(1);
    string python = more is [string interpreter] ? interpreter : "python3";
    if (table == "kmeans") KMeansComparison.Print(python);
    else if (table == "million") MillionRows.Print();
    else if (table == "pca") PcaComparison.Print(python);
    else if (table == "backpropagation") BackpropagationComparison.Print();
    else if (table == "inference") InferenceComparison.Print();
    else if (table == "step") TrainingStepTable.Print();
    else if (table == "sweep") SweepComparison.Print();
    else if (table == "gradients") GradientCheckTable.Print(points: more is [string times] && int.TryParse(times, out int often) ? often : 4000);
    else if (table == "stability") StableRateTable.Print(each: more is [string count] && int.TryParse(count, out int asked) ? asked : 50);
    else if (table == "decisions") DecisionTables.Print(populations: more is [string drawn, ..] && int.TryParse(drawn, out int all) ? all : 200, csv: more is [.., "--csv", string rates] ? rates : null);
    else if (table == "alarms") AlarmTables.Print(worlds: more is [string drawn, ..] && int.TryParse(drawn, out int references) ? references : 2000, csv: more is [.., "--csv", string target] ? target : null);
    else if (table == "coverage") CoverageTable.Print(trials: more is [string runs] && int.TryParse(runs, out int sets) ? sets : 20_000);
    else if (table == "distributions") DistributionsTable.Print(trials: more is [string tries] && int.TryParse(tries, out int tests) ? tests : 20_000);
    else if (table == "leakage") LeakageTables.Print(worlds: more is [string planted] && int.TryParse(planted, out int leaks) ? leaks : 200);
    else if (table == "regression") RegressionTables.Print(worlds: more is [string drawn, ..] && int.TryParse(drawn, out int fits) ? fits : 2000);
    else if (table == "scores") ScoresTable.Print(rows: more is [string lines] && int.TryParse(lines, out int many) ? many : 10_000_000);
    else if (table == "memory") LongTraining.Print(steps: more is [string length] && int.TryParse(length, out int updates) ? updates : 100_000);
    else ClusterTables.Print(table, seeds: more is [string number, ..] && int.TryParse(number, out int wanted) ? wanted : 50, csv: more is [.., "--csv", string file] ? file : null);
    return 0;
}

// In this process: a project generated elsewhere would copy half a gigabyte of libtorch.
Job job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(10);
BenchmarkSwitcher.FromAssembly(typeof(CurvesBenchmark).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
return 0;
