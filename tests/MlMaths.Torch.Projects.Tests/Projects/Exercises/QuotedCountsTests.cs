using System.Globalization;
using System.Text.RegularExpressions;
using MlMaths.Torch.Exercises.Learn;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The table of the exercises in the README of the benchmarks counts the mistakes that there are.</summary>
public sealed partial class QuotedCountsTests
{
    [Fact]
    public void The_README_names_as_many_mistakes_of_each_exercise_as_it_has()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Folder, "tests", "Benchmarks", "README.md"));
        var quoted = Row().Matches(readme).ToDictionary(row => row.Groups["name"].Value, Count);
        var real = ExerciseCatalogue.All.ToDictionary(
            exercise => FormattableString.Invariant($"{exercise.Number} {exercise.Word}"),
            exercise => ExerciseText.Mistakes(exercise).Count);
        real["all"] = real.Values.Sum();
        Assert.Equal(real, quoted);
    }

    private static int Count(Match row) => int.Parse(row.Groups["mistakes"].Value, CultureInfo.InvariantCulture);

    // | 1 cosine-similarity | 11 | 11 | 1000 | 0 |
    [GeneratedRegex(@"^\| (?<name>\d+ [a-z-]+|all) \| (?<mistakes>\d+) \| \d+ \| [\d,]+ \| \d+ \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
