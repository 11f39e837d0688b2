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

    public PreparedRun Prepare(CalculusOptions options, RunContext context) => new(null, "cpu", run => Work(options, run));

    private static ProjectResult Work(CalculusOptions options, BegunRun run)
    {
        ComputeThreads.Set(1); // tensors of a few numbers: a second thread would only be waited for
        CheckFindings check = run.Stage(
            "Checking every derivation", CheckFindings.SurveySize(options.Quick),
            stage => CheckFindings.Of(options.Quick, options.Seed, () => stage.Advance(), run.CancellationToken));
        TutorFindings tutor = run.Stage(
            "Grading the tutor", TutorFindings.Steps(options.Quick),
            stage => TutorFindings.Of(options.Quick, () => stage.Advance(), run.CancellationToken));
        AutogradFindings autograd = run.Stage("Explaining what autograd does", AutogradFindings.Of);
        DescentFindings descent = run.Stage("Descending", () => DescentFindings.Of(options.Quick));
        StableLearningRateFindings stable = run.Stage(
            "Trying rates until they diverge", StableLearningRateFindings.Trials(options.Quick),
            stage => StableLearningRateFindings.Of(options.Quick, () => stage.Advance(), run.CancellationToken));
        return CalculusReport.Of(new CalculusFindings(check, tutor, autograd, descent, stable));
    }
}
