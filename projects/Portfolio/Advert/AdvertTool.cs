using MlMaths.Torch.Cli;
using MlMaths.Torch.Portfolio.Cv;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Advert;

/// <summary><c>advert</c>: what an advert asks for, which claims of the runs back it, and what would fill the gaps.</summary>
internal sealed class AdvertTool : ITool
{
    private const int PassagesShown = 20, ClaimsShown = 2;

    private static readonly ProjectOption<bool> TermsOption = ProjectOption.Switch("--terms", "Print the table of words, and read "
        + "nothing.");

    private static readonly ProjectOption<string?> RunsOption = ProjectOption.Text(
        "--runs", "DIR", "runs", "Where runs are looked for that are not named.");

    public string Verb => "advert";

    public string Title => "What an advert asks for, what of it your runs back, and what fills the gaps";

    public string Description =>
        "Looks for the words of a table in the text of an advert. For each skill that it asks for: the sentences for a CV that your runs "
        + "carry, or the week and the exercises that would fill the gap. It works by words alone, sends nothing anywhere, and lists "
        + "what it "
        + "did not understand. Exit code 3 where it found no skill at all.";

    public string Words => "FILE.txt [RUN_FOLDER ...]";

    public IReadOnlyList<CommandExample> Examples { get; } =
        [new("job.txt", "against the last run of each project"), new("--terms", "the table of words")];

    public IReadOnlyList<ProjectOption> Options { get; } = [TermsOption, RunsOption];

    public bool Answer(ToolContext context)
    {
        if (context.Of(TermsOption)) return Terms(context);
        if (context.Words.Count == 0) throw new UserMistakeException("Name the text of an advert: for instance advert job.txt.");
        var reading = AdvertReading.Of(AdvertFile.Read(context.Words[0]));
        BackedSkills backed = new(Runs(context));
        int gaps = 0;
        foreach ((Skill skill, IReadOnlyList<string> terms) in reading.Asked)
        {
            context.Head(FormattableString.Invariant($"{skill.Name} (week {skill.Week})"));
            context.Say($"  asked for by: {string.Join(", ", terms)}");
            IReadOnlyList<(string Sentence, string Run)> claims = backed.Of(skill);
            foreach ((string sentence, string run) in claims.Take(ClaimsShown)) context.Say($"  {sentence} [{Quoted.Path(run)}]");
            if (claims.Count > 0) continue;
            gaps++;
            context.Say($"  No sentence of your runs backs it: {string.Join(", ", skill.Places.Select(CommandSet.Typed))}");
        }

        context.Say();
        if (reading.Elsewhere.Count > 0) context.Say($"Asked for, and not taught here: {string.Join(", ", reading.Elsewhere)}.");
        NotUnderstood(context, reading.NotUnderstood);
        context.Say(reading.Asked.Count == 0
            ? "No skill of the table was found in it."
            : $"{Counted.Of(reading.Asked.Count, "skill")} asked for: {NumberText.Count(reading.Asked.Count - gaps)} backed by your runs, "
                + $"{NumberText.Count(gaps)} not yet.");
        context.Say("It knows words, not wishes: must and nice-to-have are the same to it. The words: "
            + $"{CommandSet.Typed(Verb)} --terms");
        return reading.Asked.Count > 0;
    }

    // Without runs every skill is a gap, and that is still an answer.
    private static IReadOnlyList<FinishedRun> Runs(ToolContext context)
    {
        string[] named = [.. context.Words.Skip(1)];
        try
        {
            return LastRuns.Of(named, context.Of(RunsOption) ?? "runs").Runs;
        }
        catch (UserMistakeException mistake) when (named.Length == 0)
        {
            context.Say(mistake.Message);
            context.Say();
            return [];
        }
    }

    private static void NotUnderstood(ToolContext context, IReadOnlyList<(int Line, string Text)> passages)
    {
        if (passages.Count == 0) return;
        context.Say($"Not understood, {Counted.Of(passages.Count, "passage")} without a word of the table:");
        foreach ((int line, string text) in passages.Take(PassagesShown))
            context.Say(FormattableString.Invariant($"  line {line}: {Quoted.Value(text)}"));
        if (passages.Count > PassagesShown) context.Say($"  and {NumberText.Count(passages.Count - PassagesShown)} more");
    }

    private static bool Terms(ToolContext context)
    {
        foreach (Skill skill in SkillCatalogue.All)
        {
            context.Head(FormattableString.Invariant($"{skill.Name} (week {skill.Week})"));
            context.Say($"  {string.Join(", ", skill.Terms)}");
            context.Say($"  learnt by: {string.Join(", ", skill.Places.Select(CommandSet.Typed))}");
        }

        context.Head("Known by name, and not taught here");
        context.Say($"  {string.Join(", ", SkillCatalogue.Elsewhere)}");
        return true;
    }
}
