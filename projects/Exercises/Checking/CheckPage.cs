using System.Globalization;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.OwnLosses;
using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Exercises.Checking;

/// <summary>What <c>check</c> says of one gradient.</summary>
internal sealed class CheckPage(ToolContext context, CheckedFile file)
{
    /// <summary>Which gradient, and where it is written.</summary>
    public void Open(bool isWatched)
    {
        context.Head(file.Title);
        context.Say(file.IsNew ? $"a new file for your answer: {Shown(file.Path)}" : $"your answer: {Shown(file.Path)}");
        if (isWatched) context.Say("watching: it is graded at every save; q ends");
    }

    /// <summary>The verdict; whether all of it is right.</summary>
    /// <param name="reply">What came of the file.</param>
    /// <param name="took">From the save to the verdict; null where nobody waits for it.</param>
    public bool Show(BenchReply reply, TimeSpan? took)
    {
        context.Say();
        if (took is { } time)
            context.Say(string.Create(CultureInfo.InvariantCulture, $"── graded in {time.TotalSeconds:0.00} s"));
        if (reply.Printed.Length > 0)
            context.Say($"your code printed:\n{reply.Printed.TrimEnd()}\n");
        if (file.Read(reply) is not { } read) return Refused(reply);
        foreach (string remark in read.OfLoss?.Remarks ?? [])
            context.Say(remark);
        if (read.OfLoss is { Steps.Count: > 0 } followed)
            context.Say($"your loss, as it is followed: {string.Join("; ", followed.Steps)}");
        IReadOnlyList<string> points = read.Grade.Points;
        context.Say($"evaluated at {Counted.Of(points.Count, "point")} of different shapes, such as {points[0]}");
        for (int k = 0; k < read.Grade.Parameters.Count; k++)
            Show(read.Grade.Parameters[k], read.Grade.Parameters.Take(k), read.OfLoss);

        context.Say();
        Close(read.Grade, took is not null);
        return read.Grade.IsRight;
    }

    private void Show(GradedParameter parameter, IEnumerable<GradedParameter> before, LossGrade? ofLoss)
    {
        context.Say();
        context.Head($"∂L/∂{parameter.Name}: {parameter.Says}");
        if (before.FirstOrDefault(other => IsSame(other, parameter)) is { } same)
            context.Say($"  most likely the same as in ∂L/∂{same.Name}: {parameter.Mistakes[0].Says}.");
        else
            ShowMistakes(parameter);
        if (parameter.Verdict != GradedAs.Unwritten && ofLoss?.Compared.FirstOrDefault(one => one.Name == parameter.Name) is { } compared)
            context.Say($"  number by number at {ofLoss.ComparedAt}: {compared.Says[(compared.Name.Length + ": ".Length)..]}");
    }

    private void ShowMistakes(GradedParameter parameter)
    {
        foreach ((int k, GradedMistake mistake) in parameter.Mistakes.Index())
            context.Say($"  {(k == 0 ? "most likely" : "or")}: {mistake}");
        if (parameter.Question is { } question)
            context.Say($"  {question}");
    }

    private static bool IsSame(GradedParameter a, GradedParameter b) =>
        a.Mistakes is [var first, ..] && b.Mistakes is [var second, ..] && (first.Says, first.Where) == (second.Says, second.Where);

    private void Close(DerivationGrade grade, bool isWatched)
    {
        if (grade.IsRight)
        {
            context.Say(file.Derivation is { } name
                ? $"All of it is right. To compare, the derivation: {CommandSet.Typed("derivations")} {name}"
                : "All of it is right.");
        }
        else if (!isWatched)
        {
            string first = grade.IsUnwritten ? "Write your formula in" : "Correct it in";
            context.Say($"{first} {Shown(file.Path)}, then: {file.Command} (with --watch: at every save)");
        }
    }

    /// <summary>The verdict in a word, for programs.</summary>
    public static string Word(CheckedFile file, BenchReply reply) => reply.Ending switch
    {
        BenchEnding.DoesNotCompile => reply.Line is null ? "cannot_be_graded" : "does_not_compile",
        BenchEnding.Stopped => "stopped",
        _ => file.Read(reply)!.Value.Grade switch
        {
            { IsRight: true } => "right",
            { IsUnwritten: true } => "unwritten",
            _ => "wrong",
        },
    };

    private bool Refused(BenchReply reply)
    {
        context.Head(reply.Ending != BenchEnding.DoesNotCompile ? "It was stopped."
            : reply.Line is null ? "It compiles, and cannot be graded yet." : "It does not compile yet.");
        foreach (string line in reply.Says.Split('\n'))
            context.Say($"  {line}");
        return false;
    }

    private static string Shown(string path) =>
        Path.GetRelativePath(".", path) is var near && near.StartsWith("..", StringComparison.Ordinal) ? path : near;
}
