using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.NeuralNetDiagnostics.Studies;

/// <summary><c>study</c>: one setting of a small net changed, over seeds, in pairs, with what each costs in time.</summary>
internal sealed class StudyProject : IProject<StudyOptions>
{
    private const string EmbeddedData = "digits";

    public string Name => "study";

    public string Verb => "study";

    public string Words => "batch|width|schedule";

    public TableScale? Scale { get; } = new(MaxRows: 20_000, MeasuredRows: 5_000, Seconds: 60, Gigabytes: 0.5);

    public string Title => "One setting of a small net, changed on purpose";

    public string Description =>
        "Trains the same small net with several batch sizes, widths or learning-rate schedules, each with the same seeds, and compares "
        + "validation losses in pairs. Batch size and width are weighed against time: of a training step, and of an answer. Test rows "
        + "take no part.";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("batch", "8, 32, 128 and 512 rows a step, in a few seconds"),
        new("width", "8 to 512 hidden units: loss, step time and p95 of an answer"),
        new("schedule", "a constant learning rate, cosine decay and one cycle"),
        new("width --data mine.csv --target species", "your own CSV, with two to a hundred classes"),
    ];

    public IReadOnlyList<ProjectOption> Options => StudyOptions.All;

    public StudyOptions Checked(ParsedOptions parsed) => StudyOptions.Checked(parsed);

    public PreparedRun Prepare(StudyOptions options, RunContext context)
    {
        var target = ClassTarget.From(context.ReadData(EmbeddedData));
        DataSplit split = StratifiedSplit.Of(target.Dataset, context.Common.Seed);
        FittedPreparation preparation = Preparation.Fit(split.Training);
        split = preparation.On(split);
        target = target.On(split.Training.Whole);
        torch.Device device = ComputeDevice.Parse(context.Common.Device).Resolve();
        return PreparedRun.Of(target.Dataset, null, preparation, device, run => Work(options, target, split, device, run));
    }

    private static ProjectResult Work(StudyOptions options, ClassTarget target, DataSplit split, torch.Device device, BegunRun run)
    {
        (int seed, CancellationToken cancellation) = (run.Common.Seed, run.CancellationToken);
        int[] seeds = [.. Enumerable.Range(0, options.SeedCount).Select(k => Seeds.Of(seed, DrawnFor.Model, k))];
        using PreparedBatches<ClassTarget> data = NetRows.Prepare(target, split, Scaling.Auto, device);
        IReadOnlyList<StudySetting> settings = StudySetting.Of(options.Kind, options.Epochs);
        SettingSweep sweep = run.Stage(
            "Training each setting with each seed", settings.Count * seeds.Length,
            stage => StudyFindings.Train(data, settings, seeds, () => stage.Advance(), cancellation));
        var protocol = StudyFindings.Protocol(options.Quick);
        IReadOnlyList<StudyTimes> times = options.Kind == StudyKind.Schedule ? [] : run.Stage(
            "Timing steps and answers", settings.Count * protocol.Rounds,
            stage => StudyTimes.Of(data, settings, protocol, seed, run.Clock, () => stage.Advance(), cancellation));
        return StudyReport.Of(new StudyFindings(
            options, data, settings, sweep, SettingSweepReading.Of(sweep, StudySetting.ReferenceOf(options.Kind)), times));
    }
}
