using System.Text.Json;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Verify;

/// <summary><c>verify</c>: a run is done again, and compared number by number.</summary>
internal sealed class VerifyTool : ITool
{
    private static readonly ProjectOption<string?> ClaimOption = ProjectOption.Text(
        "--claim", "ID", "all", "One measurement, by its id in results.json.");

    private static readonly ProjectOption<bool> JsonOption = ProjectOption.Switch("--json", "Print the answer as JSON, and nothing else.");

    /// <summary>What an answer proves, and what nothing can.</summary>
    public const string Proves = "What this proves: these numbers, files and pages come from this command, seed and data. "
        + "What nothing here can prove: when and on which machine it ran, how long it took, its log, and a time that was changed with its "
        + "interval everywhere.";

    public string Verb => "verify";

    public string Title => "Whether a run still gives its numbers: repeats it and compares";

    public string Description =>
        "Checks that the files that a run wrote are as it left them, does the run again with the same command and seed, and compares "
        + "its record, number by number and file by file; pages are held against the run's own numbers as well. Of a portfolio, or of the "
        + "repository that was exported from one, the front page is held against its runs, and nothing is repeated. Exit code 3 where "
        + "something does not stand. A record of files proves no more than that nobody changed one by hand; the repetition proves the "
        + "rest, but not when, where and how fast it ran.";

    public string Words => "RUN_FOLDER|PORTFOLIO";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("runs/20260102-030405-logistic-regression-7", "every number of that run"),
        new("runs/20260102-030405-logistic-regression-7 --claim test.recall", "one of them"),
        new("runs/portfolio", "the front page of a portfolio, against its runs"),
    ];

    public IReadOnlyList<ProjectOption> Options { get; } = [ClaimOption, JsonOption];

    public bool Answer(ToolContext context)
    {
        if (context.Words is not [var folder])
            throw new UserMistakeException("Name one run folder: for instance verify runs/20260102-030405-logistic-regression-7.");
        string? asked = context.Of(ClaimOption);
        if (FrontPage.IsIn(folder))
            return FrontPage.Answer(context, folder, asked, context.Of(JsonOption));
        FinishedRun run = FinishedRun.Open(folder);
        if (run.Changed is null)
        {
            throw new UserMistakeException($"{Quoted.Path(folder)} keeps no record of its files, which every run of this version writes: "
                + "whoever took it away can have changed anything, so it is not verified.");
        }

        if (asked is not null && run.Measurements.All(one => one.Id != asked))
            throw new UserMistakeException(Unknown(asked, run));
        bool isJson = context.Of(JsonOption);
        if (!isJson)
        {
            VerifiedFiles.SayRecorded(context, run);
            context.Say(FormattableString.Invariant(
                $"Repeating: {CommandSet.Typed(string.Join(' ', Repetition.Args(run)))} (it took {run.Seconds:0} s then) ..."));
        }

        using Repetition again = Repetition.Of(run, context.Cancellation);
        var verified = VerifiedRun.Of(run, again.Run, asked);
        if (isJson)
            context.Say(Json(verified));
        else
            Say(context, verified);
        return verified.Stands;
    }

    private static string Unknown(string asked, FinishedRun run) =>
        NearestName.Of(asked, run.Measurements.Select(one => one.Id)) is { } near
            ? $"The run has no measurement {Quoted.Value(asked)}: did you mean {near}?"
            : $"The run has no measurement {Quoted.Value(asked)}: results.json lists the ids of all {run.Measurements.Count}.";

    private static void Say(ToolContext context, VerifiedRun verified)
    {
        context.Say(verified.Differences is [_, ..] others
            ? $"Machine and versions: {string.Join("; ", others)}."
            : "Machine and versions: as they were then.");
        if (!verified.SameData)
            context.Say("Data: other bytes than those of the run, so its numbers cannot be expected again.");
        VerifiedFiles.SayRepeated(context, verified);
        context.Head(verified.Count(ClaimVerdict.Not) == 0
            ? $"Every number stands ({Counted.Of(verified.Claims.Count, "number")})."
            : $"{Counted.Of(verified.Count(ClaimVerdict.Not), "number")} of {verified.Claims.Count} "
                + $"{(verified.Count(ClaimVerdict.Not) == 1 ? "does" : "do")} not stand.");
        foreach ((ClaimVerdict verdict, string words) in Verdicts)
        {
            if (verified.Count(verdict) > 0)
                context.Say(FormattableString.Invariant($"  {verified.Count(verdict),5}  {words}"));
        }

        foreach (RepeatedClaim claim in verified.Claims.Where(claim => claim.Verdict is ClaimVerdict.Not or ClaimVerdict.Within))
            context.Say($"  {claim.Words}");
        int wrong = (verified.Then.Changed ?? []).Count(file => file.How != FileChange.Added) + verified.Named(FileVerdict.Other).Count
            + verified.Named(FileVerdict.Missing).Count;
        if (wrong > 0)
            context.Say($"{Counted.Of(wrong, "file")} {(wrong == 1 ? "does" : "do")} not stand: see above.");
        int said = verified.Fields.Count + verified.Lacking.Count + verified.Pages.Count;
        if (said > 0)
            context.Say($"What its record or its pages say does not stand in {Counted.Of(said, "place")}: see above.");
        context.Say(Proves);
    }

    private static (ClaimVerdict Verdict, string Words)[] Verdicts { get; } =
    [
        (ClaimVerdict.Exact, "reproduced exactly, bit for bit"),
        (ClaimVerdict.Within, "another number, within the interval or equal to six digits"),
        (ClaimVerdict.Timed, "read from a clock, which no run repeats"),
        (ClaimVerdict.Not, "not reproduced"),
    ];

    private static string Json(VerifiedRun verified) => JsonSerializer.Serialize(new
    {
        stands = verified.Stands,
        files = verified.Then.Changed?.Select(file => new { name = file.Name, status = $"{file.How}".ToLowerInvariant() }),
        not_repeated = verified.Files is null ? null : verified.Named(FileVerdict.Other),
        not_recorded = verified.Named(FileVerdict.Missing),
        record = verified.Fields.Concat(verified.Lacking),
        pages = verified.Pages,
        same_data = verified.SameData,
        machine = verified.Differences,
        claims = verified.Claims.Select(claim => new
        {
            id = claim.Id,
            verdict = $"{claim.Verdict}".ToLowerInvariant(),
            then = claim.Then.Value,
            now = claim.Now?.Value,
        }),
    });
}
