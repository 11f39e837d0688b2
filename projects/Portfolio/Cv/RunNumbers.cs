using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv;

/// <summary>The numbers of a run by their ids. One that the run has not measured is undefined, and so no sentence quotes it.</summary>
internal sealed class RunNumbers(FinishedRun run)
{
    private readonly Dictionary<string, Measurement> _byId = run.Measurements.DistinctBy(one => one.Id).ToDictionary(one => one.Id);

    public Measurement this[string id] =>
        _byId.GetValueOrDefault(id) ?? new(id, id, null, null, null, null, "", "", "this run did not measure it");

    public bool Has(string id) => _byId.ContainsKey(id);
}
