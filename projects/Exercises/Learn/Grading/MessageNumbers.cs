using System.Text.RegularExpressions;

namespace MlMaths.Torch.Exercises.Learn.Grading;

/// <summary>Whether a message tells the number that is asked for: a learner has to find that.</summary>
internal static partial class MessageNumbers
{
    private const int FewestDigits = 3;

    /// <summary>
    /// The first number of what is right that stands in the sentences of a message, as it would be printed; null where none does. A number
    /// of one or two digits may stand in a sentence for another reason, and what the learner was given or wrote is theirs.
    /// </summary>
    /// <param name="grade">What is said.</param>
    /// <param name="right">What is right at its input, as it would be written.</param>
    public static string? Told(PartGrade grade, string right)
    {
        HashSet<string> own = [.. In(grade.Input ?? ""), .. In(grade.Gave ?? "")];
        HashSet<string> said = [.. In(string.Join(' ', [grade.Property, .. grade.Mistakes.Select(mistake => mistake.Says)]))];
        return In(right).FirstOrDefault(number =>
            number.Count(char.IsDigit) >= FewestDigits && said.Contains(number) && !own.Contains(number));
    }

    private static IEnumerable<string> In(string text) => Number().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"\d+(?:\.\d+)?(?:e-?\d+)?")]
    private static partial Regex Number();
}
