using MlMaths.Torch.Cli;
using MlMaths.Torch.Portfolio.Viva.Keys;

namespace MlMaths.Torch.Portfolio.Viva;

/// <summary>The end of a viva: what one can defend, and what to read again.</summary>
internal static class VivaSummary
{
    /// <summary>How far the learner is with all questions that these runs allow.</summary>
    public static void ShowAll(ToolContext context, IEnumerable<string> allowed, VivaProgress progress)
    {
        string[] ids = [.. allowed];
        context.Say($"So far, of {Counted.Of(ids.Length, "question")} that these runs allow: "
            + $"{NumberText.Count(ids.Count(progress.IsDefended))} defended.");
    }

    /// <summary>What came of one talk.</summary>
    public static void Show(ToolContext context, IReadOnlyList<(AskedQuestion Asked, Outcome Outcome)> done)
    {
        context.Say();
        if (done.Count == 0)
        {
            context.Say("Nothing was answered.");
            return;
        }

        List(context, "What I can defend", done.Where(one => one.Outcome is Outcome.Right or Outcome.RightWithHint).Select(one =>
            $"{one.Asked.Id}{(one.Outcome == Outcome.RightWithHint ? " (after a hint)" : "")}"));
        List(context, "Told in my own words, not graded", done.Where(one => one.Outcome == Outcome.Told).Select(one => one.Asked.Id));
        AskedQuestion[] weak = [.. done.Where(one => one.Outcome is Outcome.Wrong or Outcome.Skipped).Select(one => one.Asked)];
        List(context, "What to read again", weak.Select(one =>
            $"{one.Id}: {CommandSet.Typed(one.Template.Again)}, and {Quoted.Path(Path.Combine(one.Run, "report.html"))}"));
    }

    private static void List(ToolContext context, string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        if (all.Length == 0) return;
        context.Head(title);
        foreach (string line in all) context.Say($"  {line}");
    }
}
