namespace MlMaths.Torch.Runs;

/// <summary>The figures of a completed run, which can be drawn again from the data that stands beside each.</summary>
public sealed class StoredFigures
{
    // The largest that was seen has some hundred kB.
    private const long MostBytes = 32 << 20;

    private readonly IReadOnlyDictionary<string, FigureDocument> _documents;

    private StoredFigures(IReadOnlyDictionary<string, FigureDocument> documents, IReadOnlyList<string> lacking) =>
        (_documents, Lacking) = (documents, lacking);

    /// <summary>Their names, in the order of the report.</summary>
    public IReadOnlyList<string> Names => [.. _documents.Keys];

    /// <summary>Figures whose data is gone or damaged, and those of versions that kept none.</summary>
    public IReadOnlyList<string> Lacking { get; }

    /// <summary>Those of a run.</summary>
    public static StoredFigures Of(FinishedRun run)
    {
        OrderedDictionary<string, FigureDocument> documents = [];
        List<string> lacking = [];
        foreach (string drawing in run.Figures)
        {
            string name = Path.GetFileNameWithoutExtension(drawing);
            if (Read(Path.ChangeExtension(drawing, ".json")) is { } document) documents[name] = document;
            else lacking.Add(name);
        }

        return new(documents, lacking);
    }

    /// <summary>What there is to see in one of them.</summary>
    public string AltText(string name) => _documents[name].AltText;

    /// <summary>The bytes of one of them as a file.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="style">How it is drawn.</param>
    public byte[] Draw(string name, FigureStyle style) => FigurePrint.Of(_documents[name], name, style);

    private static FigureDocument? Read(string path)
    {
        try
        {
            return File.Exists(path) && new FileInfo(path).Length <= MostBytes ? FigureDocument.Read(File.ReadAllText(path)) : null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
