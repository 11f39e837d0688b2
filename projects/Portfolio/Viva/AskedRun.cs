using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Viva;

/// <summary>A run as a template sees it: its numbers, its table, and what is drawn for this question.</summary>
internal sealed class AskedRun(FinishedRun run, Random chance)
{
    private readonly Dictionary<string, Measurement> _byId = run.Measurements.DistinctBy(one => one.Id).ToDictionary(one => one.Id);

    /// <summary>Which data; null where all was drawn by the seed.</summary>
    public DataDescription? Data => run.Data;

    /// <summary>Whether an option was typed behind the command.</summary>
    public bool IsTyped(string option) => run.Typed(option) is not null;

    /// <summary>For the order of choices.</summary>
    public Random Chance => chance;

    /// <summary>A number of the run; only ids that the template needs.</summary>
    public double this[string id] => _byId[id].Value!.Value;

    public Measurement Measured(string id) => _byId[id];

    public bool Has(string id) => _byId.GetValueOrDefault(id) is { Value: { } value } && double.IsFinite(value);

    /// <summary>The number with four digits, and its unit: enough to calculate with.</summary>
    public string Say(string id) =>
        $"{NumberText.Of(this[id])}{(_byId[id].Unit is { Length: > 0 } unit ? $" {unit}" : "")}";

    /// <summary>The number with its interval.</summary>
    public string SayWhole(string id) => $"{_byId[id]}";

    /// <summary>One of them.</summary>
    public T Draw<T>(params IReadOnlyList<T> from) => from[chance.Next(from.Count)];

    /// <summary>How many classes the scored rows have; null where the run left no scores.</summary>
    public int? Classes() => PredictedRows.In(run.Folder)?.Rows.Select(row => row.Target).Distinct().Count() is > 1 and { } classes
        ? classes
        : null;
}
