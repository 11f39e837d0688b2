using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Cv.Check.Evidence;

/// <summary>A number in a table of a run's page.</summary>
/// <param name="Run">Whose page.</param>
/// <param name="Table">Which table of it, from 0.</param>
/// <param name="Measure">What is measured: the name of its column, or of its row where a table has a metric on each row.</param>
/// <param name="Variant">Of what: the words of its row, or of its column.</param>
/// <param name="Beside">The other numbers of its row.</param>
/// <param name="Number">The number, as a measurement.</param>
internal sealed record PageNumber(
    FinishedRun Run, int Table, string Measure, string Variant, IReadOnlyList<double> Beside, Measurement Number)
{
    /// <summary>The same as a number that a sentence may mean.</summary>
    public KnownNumber Known { get; } = new(Run, Number, null, null);
}
