using System.Text;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Exercises.Learn;

/// <summary>The texts of an exercise, as they are built into this program.</summary>
internal static partial class ExerciseText
{
    /// <summary>One page: why, picture, formula, job, interview question.</summary>
    public static string Lesson(Exercise exercise) => Read($"Learn/{exercise.Folder}/lesson.md");

    /// <summary>A lesson without an exercise.</summary>
    public static string Short(string word) => Read($"Learn/Lessons/{word}.md");

    /// <summary>What the second part asks.</summary>
    public static string PartTwo(Exercise exercise) => Read($"Learn/{exercise.Folder}/Part2.md");

    /// <summary>A question, the idea, the formula, nearly the line: one for each <c>## </c> of <c>hints.md</c>, of both parts.</summary>
    public static IReadOnlyList<string> Hints(Exercise exercise) =>
        [.. Heading().Split(Read($"Learn/{exercise.Folder}/hints.md")).Skip(1).Select(hint => hint.Trim())];

    /// <summary>Three right answers, differently written: name and text.</summary>
    public static IReadOnlyList<(string Name, string Text)> Approaches(Exercise exercise) => Under(exercise, "Approaches");

    /// <summary>Wrong answers that people write: name and text, whose first line names the slip.</summary>
    public static IReadOnlyList<(string Name, string Text)> Mistakes(Exercise exercise)
    {
        string rest = $"Learn/{exercise.Folder}/Rest.cs";
        IReadOnlyList<(string Name, string Text)> written = Under(exercise, "Mistakes");
        return typeof(ExerciseText).Assembly.GetManifestResourceInfo(rest) is null
            ? written
            : [.. written.Select(one => (one.Name, SharedRest.Joined(SharedRest.Joined(one.Text, Read(rest)), exercise.Stub.Text(""))))];
    }

    private static IReadOnlyList<(string, string)> Under(Exercise exercise, string folder)
    {
        string start = $"Learn/{exercise.Folder}/{folder}/";
        return [.. typeof(ExerciseText).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(start, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => (name[start.Length..^".cs".Length], Read(name)))];
    }

    private static string Read(string name)
    {
        using Stream stream = typeof(ExerciseText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not built in.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^## .*$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
