namespace MlMaths.Torch.Figures;

/// <summary>
/// Places of a graph's nodes in columns, each node right of all that it is made of. An edge that skips columns passes each
/// through a slot of its own, so that it runs behind no node. Slots go to the mean height of their neighbours, to the left
/// and to the right by turns, which untangles the edges; of all turns the one with the fewest crossings stays.
/// Source: K. Sugiyama, S. Tagawa, M. Toda, Methods for visual understanding of hierarchical system structures (1981).
/// </summary>
internal sealed class LayeredGraph
{
    private const int Turns = 24;

    private readonly List<List<int>> _columns = [];
    private readonly List<int> _columnOf = [];
    private readonly List<(int From, int To)> _pieces = [];
    private readonly float _gap;
    private float[] _up;

    /// <param name="operands">For each node the earlier nodes that it is made of.</param>
    /// <param name="gap">Gap from one slot of a column to the next.</param>
    public LayeredGraph(IReadOnlyList<IReadOnlyList<int>> operands, float gap)
    {
        _gap = gap;
        for (int node = 0; node < operands.Count; node++)
            NewSlot(operands[node].Select(operand => _columnOf[operand] + 1).DefaultIfEmpty(0).Max());
        for (int node = 0; node < operands.Count; node++)
        {
            foreach (int operand in operands[node]) Edges.Add(Edge(operand, node));
        }

        Height = _columns.Max(column => column.Count) * gap;
        _up = new float[_columnOf.Count];
        foreach (List<int> column in _columns)
            for (int k = 0; k < column.Count; k++) _up[column[k]] = k * gap;
        Untangle();
    }

    /// <summary>How many columns there are.</summary>
    public int Columns => _columns.Count;

    /// <summary>The nodes first, by their own numbers, then the slots of long edges.</summary>
    public int Slots => _columnOf.Count;

    /// <summary>Room for the tallest column.</summary>
    public float Height { get; }

    /// <summary>Each edge as the slots that it runs through: a node, then slots of its own, then a node.</summary>
    public List<IReadOnlyList<int>> Edges { get; } = [];

    /// <summary>Edges that cross, counted between each two columns.</summary>
    public int Crossings => Enumerable.Range(0, _pieces.Count).Sum(i => _pieces.Skip(i + 1).Count(other => Cross(_pieces[i], other)));

    public int ColumnOf(int slot) => _columnOf[slot];

    /// <summary>From the top to the middle of a slot.</summary>
    public float MiddleOf(int slot) => _up[slot];

    private int NewSlot(int column)
    {
        while (_columns.Count <= column) _columns.Add([]);
        _columnOf.Add(column);
        _columns[column].Add(_columnOf.Count - 1);
        return _columnOf.Count - 1;
    }

    private List<int> Edge(int from, int to)
    {
        List<int> slots = [from];
        for (int column = _columnOf[from] + 1; column < _columnOf[to]; column++) slots.Add(NewSlot(column));
        slots.Add(to);
        _pieces.AddRange(slots.Zip(slots.Skip(1)));
        return slots;
    }

    private void Untangle()
    {
        float[] best = _up;
        int fewest = int.MaxValue;
        for (int turn = 0; turn < Turns; turn++)
        {
            bool rightwards = turn % 2 == 0;
            foreach (List<int> column in rightwards ? _columns : Enumerable.Reverse(_columns)) Place(column, rightwards);
            int crossings = Crossings;
            if (crossings > fewest) continue; // of equals the last one, which has settled
            (fewest, best) = (crossings, [.. _up]);
        }
        _up = best;
    }

    private void Place(List<int> column, bool rightwards)
    {
        float[] wanted = [.. column.Select(slot => _pieces
            .Where(piece => (rightwards ? piece.To : piece.From) == slot)
            .Select(piece => _up[rightwards ? piece.From : piece.To])
            .DefaultIfEmpty(_up[slot]).Average())];
        IReadOnlyList<float> places = EndLabels.Apart(wanted, _gap, _gap / 2, Height - _gap / 2);
        for (int k = 0; k < column.Count; k++) _up[column[k]] = places[k];
    }

    private bool Cross((int From, int To) one, (int From, int To) other) =>
        _columnOf[one.From] == _columnOf[other.From]
        && (_up[one.From] - _up[other.From]) * (_up[one.To] - _up[other.To]) < 0;
}
