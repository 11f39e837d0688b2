using MlMaths.Torch.Cli;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Exercises.Calculus;

/// <summary><c>calculus</c>: gradients derived, checked, graded and explained, on one page.</summary>
internal sealed class CalculusProject : IProject<CalculusOptions>
{
    public string Name => "calculus";

    public string Verb => "calculus";

    public bool ReadsData => false;

    public string Title => "Calculus: every derivation checked, on one page";

    public string Description =>
        "Checks each derivation of the catalogue against autograd and against differences, "
        + "says what is wrong with gradients that were broken on purpose, "
        + "grades the tutor, shows what autograd does, and predicts the largest learning rate that does not diverge.";

    public IReadOnlyList<CommandExample> Examples { get; } =
        [new("", "the report, in well under a minute"), new("--quick", "the same path, shortened to a few seconds")];

    public IReadOnlyList<ProjectOption> Options => [];

    public CalculusOptions Checked(ParsedOptions parsed) => CalculusOptions.Checked(parsed);

    public ProjectResult Run(CalculusOptions options, RunContext context)
    {
        context.BeginRun(null, "cpu");
        ComputeThreads.Set(1); // tensors of a few numbers: a second thread would only be waited for
        CheckFindings check = context.Stage(
            "Checking every derivation", CheckFindings.SurveySize(options.Quick),
            stage => CheckFindings.Of(options.Quick, options.Seed, () => stage.Advance(), context.CancellationToken));
        TutorFindings tutor = context.Stage(
            "Grading the tutor", TutorFindings.Steps(options.Quick),
            stage => TutorFindings.Of(options.Quick, () => stage.Advance(), context.CancellationToken));
        AutogradFindings autograd = context.Stage("Explaining what autograd does", AutogradFindings.Of);
        DescentFindings descent = context.Stage("Descending", () => DescentFindings.Of(options.Quick));
        StableRateFindings stable = context.Stage(
            "Trying rates until they diverge", StableRateFindings.Trials(options.Quick),
            stage => StableRateFindings.Of(options.Quick, () => stage.Advance(), context.CancellationToken));
        return CalculusReport.Of(new CalculusFindings(check, tutor, autograd, descent, stable));
    }
}
