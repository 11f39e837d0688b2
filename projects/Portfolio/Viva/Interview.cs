using System.Globalization;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.MyWork;
using MlMaths.Torch.Portfolio.Viva.Keys;
using Words = Spectre.Console.Text;

namespace MlMaths.Torch.Portfolio.Viva;

/// <summary>The talk itself: one question at a time, an answer, what it is worth, and what an interviewer goes on with.</summary>
/// <param name="context">Where it is said.</param>
/// <param name="work">The learner's folder: every answer is kept there at once.</param>
/// <param name="answer">The next line that is typed; null where the learner stops.</param>
internal sealed class Interview(ToolContext context, WorkFolder work, Func<string?> answer)
{
    private readonly List<(AskedQuestion Asked, Outcome Outcome)> _done = [];

    /// <summary>What was asked, in its order.</summary>
    public IReadOnlyList<(AskedQuestion Asked, Outcome Outcome)> Done => _done;

    /// <summary>Asks until so many are asked, none is left, or the learner stops.</summary>
    public void Ask(QuestionPool pool, int count, VivaProgress progress)
    {
        Say("Type ? for a hint, skip to pass, q to end. Every answer is kept.");
        while (_done.Count < count && pool.Next() is { } asked)
        {
            context.Say();
            context.Head(string.Create(CultureInfo.InvariantCulture, $"Question {_done.Count + 1} of {count}")
                + $" · {asked.Template.Area.Name()}, week {asked.Template.Week} · {asked.Template.Verb}");
            if (One(asked) is not { } outcome) return;
            _done.Add((asked, outcome));
            pool.Answered(outcome);
            progress = progress.With(asked, outcome);
            progress.Keep(work);
        }
    }

    private Outcome? One(AskedQuestion asked)
    {
        (Question question, bool isHelped) = (asked.Question, false);
        Say(question.Text);
        foreach (string line in question.Key.Lines) Say($"  {line}");
        Say($"({question.Key.Wanted})");
        while (true)
        {
            switch (answer()?.Trim())
            {
                case null or "q":
                    return null;
                case "?":
                    isHelped = true;
                    Say($"Hint: {question.Hint}");
                    break;
                case "skip":
                    Say($"{RightAnswer(question)} {question.Because}");
                    return Outcome.Skipped;
                case { } typed:
                    Mark mark = question.Key.Judge(typed);
                    if (mark.Outcome != Outcome.Unread) return Judged(question, mark, isHelped);
                    Say(mark.Says);
                    break;
            }
        }
    }

    private Outcome Judged(Question question, Mark mark, bool isHelped)
    {
        if (question.Key is TextKey free) Told(free, question);
        else if (mark.Outcome == Outcome.Right) Say($"Right. {question.Because}");
        else Say($"Not quite. {(mark.Says.Length > 0 ? $"{mark.Says} " : "")}{RightAnswer(question)} {question.Because}");
        context.Say();
        Say($"They go on: {question.Next.Asks} (say it aloud, then Enter)");
        if (answer() is not null) Say(question.Next.Answer);
        return mark.Outcome == Outcome.Right && isHelped ? Outcome.RightWithHint : mark.Outcome;
    }

    // Nobody grades free text: the learner compares.
    private void Told(TextKey key, Question question)
    {
        Say("An answer that would do:");
        Say($"  {question.Because}");
        Say("Did yours hold these three?");
        foreach (string fact in key.Facts) Say($"  [ ] {fact}");
    }

    private static string RightAnswer(Question question) =>
        question.Key is TextKey ? "" : $"The answer: {question.Key.Right.TrimEnd('.')}.";

    private void Say(string line) => context.Output.Write(new Words(line + Environment.NewLine));
}
