using System.Globalization;

namespace MlMaths.Torch.Data;

/// <summary>
/// Whether a table fits into the machine, asked before it is taken in. A program holds it several times: as it was read, its parts,
/// those in units of their deviations, and as tensors.
/// </summary>
/// <param name="Bytes">What the machine has for this process, or the container that it runs in.</param>
internal sealed record WorkingMemory(long Bytes)
{
    // What no program does without: pictures of 268 million pixels took project 4 at least 12 GB, 45 bytes for each. Most take more
    // where there is more, so what passes may still be slow; what does not pass cannot fit.
    private const int BytesPerNumber = 48;

    /// <summary>All of this machine's, whoever uses it just now: the same table is refused or taken every time.</summary>
    public static WorkingMemory OfThisMachine => new(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);

    /// <exception cref="UserMistakeException">It does not fit.</exception>
    public void Require(long numbers, string shown)
    {
        if ((Int128)numbers * BytesPerNumber <= Bytes)
            return;
        throw new UserMistakeException(string.Create(CultureInfo.InvariantCulture,
            $"{shown} has {numbers:N0} numbers, which need about {Gigabytes((double)numbers * BytesPerNumber)} of "
            + $"memory to work "
            + $"with, and this machine has {Gigabytes(Bytes)}: use a part of the rows, or fewer columns."));
    }

    private static string Gigabytes(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{NumberText.Brief(bytes / 1e9)} GB");
}
