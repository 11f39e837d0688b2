using System.Diagnostics;
using MlMaths.Torch.Calculus;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// What a training of 100,000 steps takes of memory, with observers, checkpoints and a history file as a project has them; in
/// batches, and with one step an epoch. Wanted: growth below 20 MB after the first 10,000.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables memory</c>
/// </summary>
internal sealed class LongTraining(int steps, int allRows) : IProject<int>
{
    private const int BatchRows = 64, First = 10_000, Readings = 20;

    private readonly List<(int Step, double Megabytes)> _readings = [];

    public string Name => "long-training";

    public string Verb => "long-training";

    public string Title => "A long training";

    public string Description => "Trains one net for many steps, and weighs the process.";

    public IReadOnlyList<CommandExample> Examples => [];

    public IReadOnlyList<ProjectOption> Options => [];

    public static void Print(int steps)
    {
        foreach (int rows in (int[])[20 * BatchRows, BatchRows])
        {
            string home = Directory.CreateTempSubdirectory("long-").FullName;
            LongTraining project = new(steps, rows);
            ProjectCommand.Run(["--out", home, "--quiet"], project);
            long bytes = new FileInfo(Directory.GetFiles(home, "history.csv", SearchOption.AllDirectories).Single()).Length;
            Directory.Delete(home, recursive: true);
            double atFirst = project._readings.First(reading => reading.Step >= First).Megabytes;
            Console.WriteLine(
                $"{steps:#,0} steps, {rows / BatchRows} an epoch; history.csv {bytes / 1e6:0} MB; MB of the process at thousands of steps: "
                    + string.Join(", ", project._readings.Select(reading => $"{reading.Step / 1000}: {reading.Megabytes:0}"))
                    + $"; growth after {First:#,0}: {project._readings.Max(reading => reading.Megabytes) - atFirst:0} MB");
        }
    }

    public int Checked(ParsedOptions parsed) => steps;

    public PreparedRun Prepare(int options, RunContext context) => new(null, "cpu", run => Work(run));

    private ProjectResult Work(BegunRun run)
    {
        using Perceptron net = new([64, 32, 10], seed: 1, dropout: 0.1);
        using var rule = new Adam();
        using Batches rows = new(torch.randn(allRows, 64), torch.randint(0, 10, [allRows], torch.ScalarType.Int64), BatchRows, seed: 1);
        ITrainingObserver[] observers =
        [
            new ScheduledLearningRate(new CosineDecay()), new LearningRateRecorder(
                ), new GradientNormRecorder(), new GradientClipping(1), new UpdateRatioRecorder(),
            new EarlyStopping(steps), new Scales(_readings, steps / Readings),
        ];
        var training = new TrainingOptions { Run = Name, LearningRate = 0.001, Epochs = steps / rows.BatchesPerEpoch };
        TrainingHistory history = new Trainer(
            training, rule, [.. observers, new StoredCheckpoints(run.Archive, Name, rule, net, observers)])
            .Fit(Autograd.For(net, 0), rows, new ValidationPass(rows.Whole, Autograd.For(net, 0).Loss));
        return new(new Report(Title, Description, []), [], new CvLines()) { History = history.Rows };
    }

    private sealed class Scales(List<(int Step, double Megabytes)> readings, int every) : ITrainingObserver
    {
        public void OnStep(TrainingState state)
        {
            if (state.Step % every != 0)
                return;
            using var self = Process.GetCurrentProcess();
            readings.Add((state.Step, self.WorkingSet64 / 1e6));
        }
    }
}
