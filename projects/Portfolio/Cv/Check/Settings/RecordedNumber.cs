namespace MlMaths.Torch.Portfolio.Cv.Check.Settings;

/// <summary>A number of a run's own record that is no finding: an option, how many were drawn or tried, a share of rows.</summary>
/// <param name="Value">A count, or a share such as 33 of 332.</param>
/// <param name="Words">By which a sentence names it; one of them must stand beside the number.</param>
/// <param name="Said">As the record has it, such as <c>500 simulated data sets</c>.</param>
/// <param name="Kind">What it is.</param>
internal sealed record RecordedNumber(double Value, IReadOnlyList<string> Words, string Said, RecordedKind Kind);
