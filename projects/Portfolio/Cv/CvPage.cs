using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv;

/// <summary>
/// The stories of runs as lines: each sentence by itself, to be pasted; below it what it stands on; where one is withheld, why, and
/// what would earn it.
/// </summary>
internal sealed class CvPage
{
    private const string Repeat = "a run whose files are as it left them: start it again";

    private readonly List<string> _lines = [];
    private readonly CvFormat _format;

    private CvPage(CvFormat format) => _format = format;

    public IReadOnlyList<string> Lines => _lines;

    /// <summary>How many sentences may be told.</summary>
    public int Told { get; private set; }

    /// <summary>How many stay away.</summary>
    public int Withheld { get; private set; }

    public static CvPage Of(IReadOnlyList<FinishedRun> runs, CvFormat format)
    {
        CvPage page = new(format);
        foreach (FinishedRun run in runs)
            page.Tell(run);
        return page;
    }

    private void Tell(FinishedRun run)
    {
        IReadOnlyList<CvStory> stories = CvStories.Of(run);
        Head(stories.Count == 0
            ? $"{run.Verb}: a run of this command has no sentences for a CV"
            : $"{run.Verb}{(run.Data is { } data ? $" on {Quoted.Value(data.Name)}" : "")}");
        CvRefusal? changed = run.Broken is { } file
            ? new($"stands in a run whose {Quoted.Path(file.Name)} {file.Words}", Repeat)
            : null;
        string? leak = RunLeak.Of(run);
        foreach (CvStory story in stories)
        {
            HashSet<string> said = [];
            foreach ((int words, Claim claim) in story.Lengths)
                Tell(run, story, claim, words, Weak(story, claim, leak, changed), said);
        }

        _lines.Add("");
    }

    private static (Measurement Number, CvRefusal Refusal)? Weak(CvStory story, Claim claim, string? leak, CvRefusal? changed)
    {
        if (changed is not null) return (claim.RestsOn[0], changed);
        if (story is { Refused: { } refused, RefusedFor: { } number }) return (number, refused);
        return claim.RestsOn.Select(one => (Number: one, Refusal: CvRules.Refused(one, leak)))
            .Concat(claim.Bare.Select(one => (Number: one, Refusal: CvRules.TooWide(one))))
            .Where(one => one.Refusal is not null).Select(one => ((Measurement, CvRefusal)?)(one.Number, one.Refusal!)).FirstOrDefault();
    }

    private void Tell(
        FinishedRun run, CvStory story, Claim claim, int words, (Measurement Number, CvRefusal Refusal)? weak, HashSet<string> said)
    {
        if (weak is not { } found)
        {
            Told++;
            Sentence($"{claim}");
            foreach (Measurement one in claim.RestsOn)
                Below($"{one.Id}: {one}{(one.IsTimed ? ", read from a clock" : "")}; run {Quoted.Path(Path.GetFileName(Full(run)))}");
            return;
        }

        Withheld++;
        string why = $"{found.Number.Id} {found.Refusal.Why}. What would earn it: {found.Refusal.Earns}.";
        if (said.Add(why))
            Aside($"Withheld, {story.About}, {words} words: {why}");
        else
            Aside($"Withheld, {story.About}, {words} words: as above.");
    }

    private static string Full(FinishedRun run) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(run.Folder));

    private void Head(string line) => _lines.Add(_format switch
    {
        CvFormat.Md => $"## {MarkdownText.Escaped(line)}",
        CvFormat.Tex => $"% {line}",
        _ => line,
    });

    // No sign of a sentence means anything to Markdown: a test holds that.
    private void Sentence(string sentence) => _lines.Add(_format switch
    {
        CvFormat.Md => $"- {sentence}",
        CvFormat.Tex => $@"\item {TexText.Of(sentence)}",
        _ => sentence,
    });

    private void Below(string line) => _lines.Add(_format switch
    {
        CvFormat.Md => $"  - {MarkdownText.Escaped(line)}",
        CvFormat.Tex => $"  % {line}",
        _ => $"    {line}",
    });

    private void Aside(string line) => _lines.Add(_format switch
    {
        CvFormat.Md => $"- *{MarkdownText.Escaped(line)}*",
        CvFormat.Tex => $"  % {line}",
        _ => $"    {line}",
    });
}
