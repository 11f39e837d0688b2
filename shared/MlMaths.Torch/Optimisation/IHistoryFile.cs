namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Where the rows of a training go that is too long to be kept in memory. Nothing is there until the first row comes; from then on
/// it holds every row, those from before included.
/// </summary>
public interface IHistoryFile
{
    /// <summary>Adds a row behind the others.</summary>
    void Append(HistoryRow row);

    /// <summary>How long it is, with all rows that were added; what a checkpoint remembers.</summary>
    long Length();

    /// <summary>Goes on behind what a checkpoint remembers; rows that came later are taken away.</summary>
    /// <exception cref="UserMistakeException">It is shorter than that.</exception>
    void Continue(long length);
}
