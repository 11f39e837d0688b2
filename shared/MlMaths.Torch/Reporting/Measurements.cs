using System.Collections;
using System.Text.RegularExpressions;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Reporting;

/// <summary>All the numbers of a run that may be quoted, in the order in which they were taken; an id is taken once.</summary>
public sealed partial class Measurements : IReadOnlyList<Measurement>
{
    /// <summary>What stands before the name of an interval's method.</summary>
    internal const string IntervalBy = "; interval: ";

    private readonly List<Measurement> _inOrder = [];
    private readonly Dictionary<string, Measurement> _byId = [];

    /// <inheritdoc/>
    public int Count => _inOrder.Count;

    /// <inheritdoc/>
    public Measurement this[int index] => _inOrder[index];

    /// <summary>The measurement of that id; asking for one that was not taken is a mistake of the program.</summary>
    public Measurement this[string id] =>
        _byId.TryGetValue(id, out Measurement? found)
            ? found
            : throw new ArgumentException($"No measurement '{id}' was taken; there are {string.Join(", ", _byId.Keys)}.", nameof(id));

    /// <summary>Takes an estimate with its interval; <paramref name="how"/> is completed by where the interval comes from.</summary>
    public Measurement Add(string id, string label, Interval interval, string unit, string how) =>
        Add(From(id, label, interval, unit, how));

    /// <summary>Takes an estimate that was read from a clock; see <see cref="Measurement.IsTimed"/>.</summary>
    public Measurement AddTimed(string id, string label, Interval interval, string unit, string how) =>
        Add(From(id, label, interval, unit, how) with { IsTimed = true });

    /// <summary>Takes a number that was read from a clock and has no interval.</summary>
    public Measurement AddTimed(string id, string label, double? value, string unit, string how,
        string? whyUndefined = null) =>
        Add(new(id, label, value, null, null, null, unit, how, whyUndefined) { IsTimed = true });

    /// <summary>Takes a number that has no interval.</summary>
    public Measurement Add(string id, string label, double? value, string unit, string how, string? whyUndefined = null) =>
        Add(new(id, label, value, null, null, null, unit, how, whyUndefined));

    /// <summary>Takes a measurement, and gives it back to be used in a sentence.</summary>
    public Measurement Add(Measurement measurement)
    {
        if (!IdShape().IsMatch(measurement.Id))
            throw new ArgumentException($"The id '{measurement.Id}' is not dotted lower case, such as test.roc_auc.", nameof(measurement));
        if (new[] { measurement.Value, measurement.Low, measurement.High }.Any(number => number is { } finite && !double.IsFinite(finite)))
            throw new ArgumentException($"{measurement.Id} is not finite; leave it null and say why it is undefined.", nameof(measurement));
        if (measurement.Value is null && string.IsNullOrWhiteSpace(measurement.WhyUndefined))
            throw new ArgumentException($"{measurement.Id} has neither a value nor a reason why not.", nameof(measurement));
        if (!_byId.TryAdd(measurement.Id, measurement))
            throw new ArgumentException($"{measurement.Id} was measured before; each id may be used once.", nameof(measurement));

        _inOrder.Add(measurement);
        return measurement;
    }

    private static Measurement From(string id, string label, Interval interval, string unit, string how)
    {
        if (interval.Value is null)
            return new(id, label, null, null, null, null, unit, how, interval.WhyUndefined);
        if (interval.HasEnds)
            how = $"{how}{IntervalBy}{interval.Method}";
        else if (interval.WhyUndefined is { } why)
            how = $"{how}; no interval: {why}";
        return interval.HasEnds
            ? new(id, label, interval.Value, interval.Low, interval.High, interval.Confidence, unit, how)
            : new(id, label, interval.Value, null, null, null, unit, how);
    }

    /// <inheritdoc/>
    public IEnumerator<Measurement> GetEnumerator() => _inOrder.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    [GeneratedRegex(@"^[a-z0-9_]+(\.[a-z0-9_]+)*\z")]
    private static partial Regex IdShape();
}
