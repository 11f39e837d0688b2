namespace MlMaths.Torch.Data;

/// <summary>
/// Copies of one case go where the first of them goes: cases are dealt, not rows. Where no row is a copy, every row is a case.
/// </summary>
internal sealed class WholeCases
{
    private readonly ILookup<int, int>? _rowsOfCase;

    private WholeCases(int[] first, ILookup<int, int>? rowsOfCase) => (First, _rowsOfCase) = (first, rowsOfCase);

    /// <summary>The first row of every case, ascending.</summary>
    public int[] First { get; }

    /// <summary>What is dealt, for a sentence: <c>row</c>, or <c>different row</c>.</summary>
    public string Noun => _rowsOfCase is null ? "row" : "different row";

    public static WholeCases Of(Dataset dataset)
    {
        if (dataset.CopyOf is not { } copyOf) return new([.. Enumerable.Range(0, dataset.Rows)], null);
        ILookup<int, int> rows = Enumerable.Range(0, dataset.Rows).ToLookup(row => copyOf[row]);
        return new([.. rows.Select(ofCase => ofCase.First()).Order()],
            rows.SelectMany(ofCase => ofCase.Select(row => (First: ofCase.First(), row)))
            .ToLookup(one => one.First, one => one.row));
    }

    /// <summary>Notes the part of a case for each of its rows.</summary>
    public void Deal(int first, int part, int[] partOf)
    {
        partOf[first] = part;
        if (_rowsOfCase is null) return;
        foreach (int row in _rowsOfCase[first])
            partOf[row] = part;
    }

    /// <summary>All rows of some cases, ascending.</summary>
    public int[] RowsOf(IEnumerable<int> first) =>
        [.. (_rowsOfCase is null ? first : first.SelectMany(row => _rowsOfCase[row])).Order()];
}
