using System.Globalization;
using System.Text.Json;
using MlMaths.Torch.Calculus;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Exercises.Checking;

/// <summary>What <c>check</c> says of one gradient.</summary>
internal sealed class CheckPage(ToolContext context, string name, string file)
{
    /// <summary>Which gradient, and where it is written.</summary>
    public void Open(bool isNew, bool isWatched)
    {
        context.Head(DerivationCatalogue.ByName(name).Title);
        context.Say(isNew
            ? $"a new file for your answer: {Shown(file)}"
            : $"your answer: {Shown(file)}");
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
        DerivationGrade? grade = reply.Grade?.Deserialize<DerivationGrade>(BenchWire.Json);
        if (grade is null) return Refused(reply);

        context.Say($"evaluated at {grade.Points.Count} points: {string.Join("; ", grade.Points)}");
        foreach (GradedParameter parameter in grade.Parameters)
        {
            context.Say();
            context.Head($"∂L/∂{parameter.Name}: {parameter.Says}");
            foreach ((int k, GradedMistake mistake) in parameter.Mistakes.Index())
                context.Say($"  {(k == 0 ? "most likely" : "or")}: {mistake}");
            if (parameter.Question is { } question)
                context.Say($"  {question}");
        }

        context.Say();
        if (grade.IsRight)
            context.Say($"All of it is right. To compare, the derivation: {CommandSet.Typed("derivations")} {name}");
        else if (took is null)
            context.Say($"Write your formula in {Shown(file)}, then: {CommandSet.Typed("check")} {name} (with --watch: at every save)");
        return grade.IsRight;
    }

    /// <summary>The verdict in a word, for programs.</summary>
    public static string Word(BenchReply reply) => reply.Ending switch
    {
        BenchEnding.DoesNotCompile => "does_not_compile",
        BenchEnding.Stopped => "stopped",
        _ => reply.Grade!.Value.Deserialize<DerivationGrade>(BenchWire.Json) switch
        {
            { IsRight: true } => "right",
            { IsUnwritten: true } => "unwritten",
            _ => "wrong",
        },
    };

    private bool Refused(BenchReply reply)
    {
        context.Head(reply.Ending == BenchEnding.DoesNotCompile ? "It does not compile yet." : "It was stopped.");
        foreach (string line in reply.Says.Split('\n'))
            context.Say($"  {line}");
        return false;
    }

    private static string Shown(string path) =>
        Path.GetRelativePath(".", path) is var near && near.StartsWith("..", StringComparison.Ordinal) ? path : near;
}
