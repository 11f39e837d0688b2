using System.Globalization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Exercises.Workbench;

/// <summary>Why a learner's code ended its whole process, from the last words of that.</summary>
internal static partial class DeadChild
{
    private const string Said = "what():";

    private static readonly string[] NoMemory =
    [
        "allocate memory", "bad_alloc", "not enough memory", "GC heap initialization failed", "Failed to create CoreCLR", "no more memory",
    ];

    /// <summary>One sentence.</summary>
    /// <param name="errors">What came on standard error.</param>
    /// <param name="code">The exit code.</param>
    public static string Words(string errors, int code)
    {
        if (errors.Contains("Stack overflow", StringComparison.Ordinal))
        {
            string? method = Frame().Matches(errors).Select(frame => frame.Groups["local"] is { Success: true } local
                ? local.Value : frame.Groups["method"].Value).FirstOrDefault();
            return $"it never came back: {(method is null ? "a method" : Quoted.Value(method))} calls itself without an end";
        }

        if (errors.Contains("Out of memory", StringComparison.OrdinalIgnoreCase)) return BenchLimits.TooMuch;
        if (NoMemory.Any(words => errors.Contains(words, StringComparison.OrdinalIgnoreCase)))
            return "this machine gave it no memory: raise its limit (ulimit -v unlimited), or close other programs";
        string? said = errors.Split('\n').FirstOrDefault(line => line.Contains(Said, StringComparison.Ordinal));
        return said is null
            ? string.Create(CultureInfo.InvariantCulture, $"it ended the whole program, with exit code {code}")
            : $"it ended the whole program; libtorch said: {said.Split(Said)[1].Trim().TrimEnd('.')}. "
                + "torch.matmul does that where shapes do not match; mm, mv and dot report it instead";
    }

    // A frame of the learner's file, whose classes stand in no namespace: `at Answer.Deep(…)`, and for a method inside a method
    // `at Answer.<Gradient>g__Deep|3_0(…)`.
    [GeneratedRegex(@"^\s*at \w+\.(?:<\w+>g__(?<local>\w+)\|[\w]+|(?<method>\w+))\(", RegexOptions.Multiline)]
    private static partial Regex Frame();
}
