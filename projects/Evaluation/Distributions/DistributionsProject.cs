using MlMaths.Torch.Cli;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.EvaluationPack.Distributions;

/// <summary><c>distributions</c>: is a change real or noise, and which law of chance says so.</summary>
internal sealed class DistributionsProject : IProject<DistributionsOptions>
{
    public string Name => "distributions";

    public string Verb => "distributions";

    public bool ReadsData => false;

    public string Title => "Is this change real or noise? Three laws of chance in practice";

    public string Description =>
        "Compares two conversion rates and two rates of events: interval, exact test, Bayesian reading, the power that the numbers had. "
        + "Simulates what chance alone does, and shows the binomial, the Poisson and the normal law where they hold and where they break.";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("", "the example of a made-up shop"),
        new("--before 120/2400 --after 150/2410 --matters 0.01", "your own conversions"),
        new("--before-events 42/30 --after-events 61/30", "your own events, in 30 days each"),
    ];

    public IReadOnlyList<ProjectOption> Options => DistributionsOptions.All;

    public DistributionsOptions Checked(ParsedOptions parsed) => DistributionsOptions.Checked(parsed);

    public PreparedRun Prepare(DistributionsOptions options, RunContext context) => new(null, "cpu", run => Work(options, run));

    private static ProjectResult Work(DistributionsOptions options, BegunRun run)
    {
        ChangeFindings change = run.Stage("Comparing before and after", () => ChangeFindings.Of(options));
        EventFindings events = EventFindings.Of(options.Events);
        ChanceFindings chance = run.Stage(
            "Comparing where nothing changed", () => ChanceFindings.Of(options, run.CancellationToken));
        BinomialFindings binomial = run.Stage("Counting conversions", () => BinomialFindings.Of(options));
        PoissonFindings poisson = run.Stage("Counting events", () => PoissonFindings.Of(options));
        MeanFindings means = run.Stage("Averaging order values", () => MeanFindings.Of(options, run.CancellationToken));
        CoverageFindings coverage = run.Stage("Adding up all outcomes", () => CoverageFindings.Of(options.Quick));
        return DistributionsReport.Of(new DistributionsFindings(options, change, chance, events, binomial, poisson, means, coverage));
    }
}
