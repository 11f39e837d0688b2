using System.Text.RegularExpressions;

namespace MlMaths.Torch.Calculus;

/// <summary>The letters of a learner's loss, read from lines such as <c>y [n] 0 or 1</c>.</summary>
internal static partial class OwnInputs
{
    private const int MaxAxes = 4;

    private static readonly Dictionary<string, InputDomain> Domains = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = InputDomain.Real,
        ["0 or 1"] = InputDomain.ZeroOrOne,
        ["class"] = InputDomain.Class,
        ["above 0"] = InputDomain.Positive,
        ["from 0"] = InputDomain.NotNegative,
        ["share"] = InputDomain.Share,
    };

    /// <summary>The inputs, those that stay fixed first.</summary>
    /// <exception cref="UserMistakeException">Something cannot be read; every fault is a line.</exception>
    public static IReadOnlyList<DerivationInput> Of(IOwnLoss loss)
    {
        var faults = new List<string>();
        DerivationInput[] inputs =
        [
            .. Read(loss.Given, "Given", varied: false, faults), .. Read(loss.Parameters, "Parameters", varied: true, faults),
        ];
        if (!inputs.Any(input => input.IsDifferentiated) && faults.Count == 0)
            faults.Add("Parameters names nothing to differentiate by: write a letter with its shape, such as \"w [d]\".");
        foreach (string name in inputs.GroupBy(input => input.Name).Where(same => same.Count() > 1).Select(same => same.Key))
            faults.Add($"{Quoted.Value(name)} is named twice: give each letter one line.");
        foreach (DerivationInput input in inputs.Where(input => input.Domain == InputDomain.Class))
        {
            if (!inputs.Any(other => other.Shape.Contains("C")))
                faults.Add($"{input} holds classes 0 to C − 1, and no shape has a size C: name the number of classes C.");
        }

        return faults.Count == 0 ? inputs : throw new UserMistakeException(string.Join('\n', faults));
    }

    private static IEnumerable<DerivationInput> Read(IReadOnlyList<string> lines, string of, bool varied, List<string> faults)
    {
        foreach (string line in lines)
        {
            Match match = Line().Match(line);
            string domain = Blanks().Replace(match.Groups["domain"].Value.Trim(), " ");
            string[] shape = [.. match.Groups["size"].Captures.Select(size => size.Value)];
            if (!match.Success)
            {
                faults.Add($"{of} has {Quoted.Value(line)}, and a line is a letter with its shape, sizes as letters: "
                    + "\"X [n, d]\", or \"b []\" for a single number.");
            }
            else if (!Domains.TryGetValue(domain, out InputDomain known))
            {
                faults.Add($"{of} has {Quoted.Value(domain)} behind {match.Groups["name"].Value}: it may be "
                    + $"{string.Join(", ", Domains.Keys.Where(word => word.Length > 0).Select(word => $"\"{word}\""))}, or nothing.");
            }
            else if (varied && known is InputDomain.Class or InputDomain.ZeroOrOne)
            {
                faults.Add($"{match.Groups["name"].Value} holds {domain} and is a parameter: a gradient needs numbers that move.");
            }
            else if (shape.Length > MaxAxes)
            {
                faults.Add($"{match.Groups["name"].Value} has {shape.Length} axes: it may have {MaxAxes}.");
            }
            else
            {
                yield return new(match.Groups["name"].Value, shape, varied, known);
            }
        }
    }

    [GeneratedRegex(@"^\s*(?<name>[\p{L}_][\w\p{M}]*)\s*\[\s*(?:(?<size>\p{L}\w*)\s*(?:,\s*(?<size>\p{L}\w*)\s*)*)?\](?<domain>.*)$")]
    private static partial Regex Line();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
