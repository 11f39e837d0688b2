using System.Text.Json;

namespace MlMaths.Torch.Exercises.Workbench;

/// <summary>How a file ended in the child.</summary>
internal enum BenchEnding
{
    /// <summary>It was compiled, run and graded.</summary>
    Graded,

    /// <summary>It does not compile.</summary>
    DoesNotCompile,

    /// <summary>It ran too long, took too much memory, or ended the process.</summary>
    Stopped,
}

/// <summary>What the child answers.</summary>
/// <param name="Ending">How it ended.</param>
/// <param name="Says">What to tell of an ending that is not graded: one sentence, each fault of the compiler a line.</param>
/// <param name="Line">The line that it is about; null for none.</param>
/// <param name="Grade">What the grader found, in its own form; null where nothing was graded.</param>
/// <param name="Printed">What the learner's code printed.</param>
internal sealed record BenchReply(BenchEnding Ending, string Says, int? Line, JsonElement? Grade, string Printed)
{
    public static BenchReply Stopped(string says, int? line = null) => new(BenchEnding.Stopped, says, line, null, "");
}
