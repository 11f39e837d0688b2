using System.Globalization;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Cli;

/// <summary>Which tables a command is meant for, and what a large one takes: told in the help, and before a long run.</summary>
/// <param name="MaxRows">Rows up to which it is meant to be used, with default options.</param>
/// <param name="MeasuredRows">Rows that it was measured with.</param>
/// <param name="Seconds">Processor time that these took, over all cores.</param>
/// <param name="Gigabytes">Memory that they took at most, the program and libtorch among it.</param>
public sealed record TableScale(int MaxRows, int MeasuredRows, double Seconds, double Gigabytes)
{
    // What a run of a few rows takes: the program and libtorch.
    private const double GigabytesOfAll = 0.25;

    /// <summary>Numbers from which on a run takes long enough that one asks how long.</summary>
    private const long WorthTelling = 1_000_000;

    /// <summary>Columns that it was measured with.</summary>
    public int MeasuredColumns { get; init; } = 10;

    /// <summary>For the help.</summary>
    internal string Sentence => string.Create(CultureInfo.InvariantCulture,
        $"Designed for up to {MaxRows:N0} rows. {MeasuredRows:N0} rows of {MeasuredColumns} columns took {InWords(Seconds)} of "
        + $"processor time and {Gigabytes:0.0} GB of memory; both grow with rows and columns.");

    /// <summary>What to expect of a table; null where it is small.</summary>
    internal string? Expect(Dataset rows)
    {
        long numbers = (long)rows.Rows * rows.Columns;
        if (numbers < WorthTelling)
            return null;
        double scale = numbers / ((double)MeasuredRows * MeasuredColumns),
            gigabytes = GigabytesOfAll + Math.Max(0, Gigabytes - GigabytesOfAll) * scale;
        string beyond = rows.Rows > MaxRows
            ? string.Create(
                CultureInfo.InvariantCulture, $", and more rows than the {MaxRows:N0} that this command is "
                    + $"designed for")
            : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"{rows.Rows:N0} rows of {rows.Columns:N0} columns{beyond}: "
            + $"expect about {InWords(Seconds * scale)} of processor time, and {gigabytes:0.0} GB of memory.");
    }

    private static string InWords(double seconds) => seconds < 90
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, seconds):0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} minutes");
}
