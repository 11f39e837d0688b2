using MlMaths.Torch.Cli;
using MlMaths.Torch.Doctor;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Trainings;

/// <summary><c>train</c>: any training of a dense net, from a file.</summary>
internal sealed class TrainProject : IPrintsDocument<TrainOptions>
{
    public string Name => "train";

    public string Verb => "train";

    public string Words => "SPEC.json";

    public bool ReadsData => false;

    public string Title => "Any training of a dense net, from a file";

    public string Description =>
        "Reads rows, net, loss, rule and loop from a JSON file in which every field has a default, checks the training before its first "
        + "step, trains, and writes losses, gradients and checks into a run folder. Mistakes that people make in the code around a "
        + "training are fields, too, under slips.";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("spec.json", "the training in that file; {} is one, with every default"),
        new("--schema", "every field, with its default and its range"),
        new("spec.json --seed 8", "the same with other initial weights and another split"),
    ];

    public IReadOnlyList<ProjectOption> Options { get; } = [TrainOptions.SchemaOption];

    public TrainOptions Checked(ParsedOptions parsed) => TrainOptions.Checked(parsed);

    public PrintedDocument? Document(TrainOptions options, CommonOptions common, CancellationToken cancellation) =>
        options.Spec is null ? new(TrainingSpec.Schema()) : null;

    public PreparedRun Prepare(TrainOptions options, RunContext context)
    {
        TrainingSpec spec = options.Spec!;
        var data = SpecData.Prepare(spec, context.Common.Seed);
        return new(DataDescription.Of(data.Rows, null), "cpu", run =>
        {
            using (data)
            {
                return TrainReport.Of(run.Stage(
                    "Checking and training", () => TrainFindings.Train(spec, data, run.Common.Seed, run.CancellationToken)));
            }
        });
    }
}
