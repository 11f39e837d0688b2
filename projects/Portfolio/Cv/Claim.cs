using System.Runtime.CompilerServices;
using System.Text;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv;

/// <summary>
/// A plain sentence for a CV: no markup, no brackets, no ids. As with <see cref="CvSentence"/>, every number in it is a measurement;
/// a hole of another kind does not compile, and a number among the words throws.
/// <code>Claim claim = $"Wrote a classifier from scratch; held-out ROC AUC {auc}, {auc:range}.";</code>
/// </summary>
[InterpolatedStringHandler]
internal sealed class Claim
{
    private readonly StringBuilder _words;
    private readonly List<Measurement> _restsOn = [];

    private readonly HashSet<string> _ranged = [];

    /// <summary>Called by the compiler where an interpolated string is given for a claim.</summary>
    public Claim(int literalLength, int formattedCount) => _words = new(literalLength + 16 * formattedCount);

    /// <summary>The measurements that it quotes, each once.</summary>
    public IReadOnlyList<Measurement> RestsOn => _restsOn;

    /// <summary>Those of them whose interval it does not give.</summary>
    public IEnumerable<Measurement> Bare => _restsOn.Where(one => !_ranged.Contains(one.Id));

    /// <summary>How many words it has; a number is one, and so is a unit.</summary>
    public int Length => ToString().Split(' ').Length;

    public void AppendLiteral(string words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (char.IsDigit(words[i]) && (i == 0 || !char.IsLetterOrDigit(words[i - 1])))
                throw new ArgumentException($"'{words.Trim()}' contains a number that was not measured.", nameof(words));
        }

        _words.Append(words);
    }

    /// <summary>
    /// The number with its unit, with as many digits as its interval allows; <c>bare</c> without the unit; <c>range</c> its interval,
    /// <c>most</c> the upper end of it; <c>agreement</c> a difference between two ways to the same number.
    /// </summary>
    public void AppendFormatted(Measurement measurement, string? format = null)
    {
        if (!_restsOn.Contains(measurement)) _restsOn.Add(measurement);
        if (format is "range" or "most") _ranged.Add(measurement.Id);
        _words.Append(format switch
        {
            null => $"{Number(measurement)}{Unit(measurement)}",
            "bare" => Number(measurement),
            "range" => $"{Confidence(measurement)}interval {measurement.RangeText}{(measurement.Unit == "%" ? " %" : "")}",
            "most" => measurement.High is { } high ? $"{NumberText.Brief(high)}{Unit(measurement)}" : Number(measurement),
            "agreement" => measurement.Value == 0 ? "bit for bit" : $"within {Number(measurement)}",
            _ => throw new ArgumentException($"A measurement has no format '{format}'.", nameof(format)),
        });
    }

    public override string ToString() => $"{_words}";

    private static string Number(Measurement measurement) => measurement switch
    {
        { Value: null } => "not defined",
        { Low: not null } => (measurement with { Unit = measurement.Unit == "%" ? "%" : "" }).ValueText.Replace(" %", ""),
        { Value: { } value } => value == Math.Truncate(value) ? NumberText.Of(value) : NumberText.Brief(value),
    };

    private static string Unit(Measurement measurement) => measurement.Unit.Length == 0 ? "" : $" {measurement.Unit}";

    private static string Confidence(Measurement measurement) =>
        measurement.Confidence is { } share ? $"{NumberText.Percent(share)} " : "";
}
