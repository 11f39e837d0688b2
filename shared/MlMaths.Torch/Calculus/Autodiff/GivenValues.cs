using System.Globalization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Calculus;

/// <summary>What the names of an expression stand for: numbers, or vectors of up to ten.</summary>
public sealed partial class GivenValues
{
    private const int LongestVector = 10, LongestText = 2000;

    private readonly Dictionary<string, IReadOnlyList<double>> _values = new(StringComparer.Ordinal);

    /// <summary>The names that have a value.</summary>
    public IReadOnlyCollection<string> Names => _values.Keys;

    /// <summary>The value of a name; null where none was given.</summary>
    public IReadOnlyList<double>? Of(string name) => _values.GetValueOrDefault(name);

    /// <summary>Reads <c>w=2</c>, <c>x=[1, -2]</c>; one text may hold several, with a comma between them.</summary>
    /// <exception cref="UserMistakeException">Something else stands there, or a name twice.</exception>
    public static GivenValues Parse(IEnumerable<string> texts)
    {
        var given = new GivenValues();
        foreach (string text in texts)
        {
            if (text.Length > LongestText)
            {
                throw new UserMistakeException(
                    $"The values take {text.Length} characters; at most {LongestText} are read: write shorter ones.");
            }

            int at = 0;
            while (at < text.Length)
            {
                Match match = Pattern().Match(text, at);
                if (!match.Success)
                {
                    throw new UserMistakeException(
                        $"{Quoted.Value(text[at..].Trim())} is not a value for a name; "
                        + $"write for instance w=2 or x=[1, -2].");
                }
                given.Add(match.Groups["name"].Value, match.Groups["value"].Value);
                at += match.Length;
            }
        }

        return given;
    }

    /// <summary>The same values, but for one element of one name.</summary>
    internal GivenValues With(string name, int element, double value)
    {
        var changed = new GivenValues();
        foreach ((string other, IReadOnlyList<double> kept) in _values)
            changed._values[other] = other == name ? [.. kept.Select((number, j) => j == element ? value : number)] : kept;
        return changed;
    }

    private void Add(string name, string text)
    {
        double[] value = [.. text.Trim('[', ']').Split(',').Select(number => Number(name, number))];
        if (value.Length > LongestVector)
        {
            throw new UserMistakeException(
                $"{Quoted.Value(name)} is a vector of {value.Length} elements; "
                + $"at most {LongestVector} can be explained.");
        }
        if (!_values.TryAdd(name, value))
            throw new UserMistakeException($"{Quoted.Value(name)} has two values; give it one.");
    }

    private static double Number(string name, string text) =>
        double.TryParse(
            text.Trim().Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && double.IsFinite(number)
            ? number
            : throw new UserMistakeException(
                $"The value of {Quoted.Value(name)} is {Quoted.Value(text.Trim())}, which is not a number; "
                + $"write for instance {name}=2 or {name}=[1, -2].");

    [GeneratedRegex(@"\G\s*(?<name>[\p{L}_][\p{L}\p{Mn}\p{Nd}\p{No}_]*)\s*=\s*(?<value>\[[^\[\]]*\]|[^\s,;=\[\]]+)\s*(?:[,;]\s*|(?=\s|$))")]
    private static partial Regex Pattern();
}
