using MlMaths.Torch.Portfolio.History;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.CompareRuns;

/// <summary>A run under the letter that the page calls it by: A, B, C …</summary>
/// <param name="Letter">In the order in which they were named.</param>
/// <param name="Past">What its manifest tells.</param>
internal sealed record ComparedRun(string Letter, PastRun Past)
{
    /// <summary>What it measured.</summary>
    public FinishedRun Finished => Past.Finished!;

    /// <summary>A measurement by its id; null where it has none of that id.</summary>
    public Measurement? Measured(string id) => Finished.Measurements.FirstOrDefault(one => one.Id == id);
}
