using System.Text;
using CsvHelper;

namespace MlMaths.Torch.Data;

/// <summary>Takes row after row, into columns of numbers.</summary>
internal sealed class ScoreRows
{
    private const int MaxLabels = 1000, MaxParts = 20;

    // Enough to see whether rows of one value are alike.
    private const int MostLookedAt = 20_000;

    private readonly CsvReader _reader;
    private readonly CsvCells _cells;
    private readonly ScorePlaces _places;
    private readonly ScoreColumns _columns;
    private readonly CsvSource _source;
    private readonly byte[]? _only;
    private readonly KnownTexts _labels = new(), _parts = new();
    private readonly KnownTexts _groups = new();
    private readonly int[] _otherPlaces;
    private readonly (KnownTexts Texts, List<int> ValueOfRow)[] _others;
    private ushort[] _labelOfRow;
    private int[] _groupOfRow;
    private double[][] _scores;
    private int _rows;

    public ScoreRows(CsvReader reader, CsvCells cells, ScorePlaces places, ScoreColumns columns, CsvSource source, int maxRows)
    {
        (_reader, _cells, _places, _columns, _source) = (reader, cells, places, columns, source);
        _only = columns.OnlyValue is { } value ? Encoding.UTF8.GetBytes(value) : null;
        _labelOfRow = new ushort[maxRows];
        _groupOfRow = places.Group is null ? [] : new int[maxRows];
        _otherPlaces = places.Others;
        _others = [.. _otherPlaces.Select(_ => (new KnownTexts(), new List<int>()))];
        _scores = [.. places.Scores.Select(_ => new double[maxRows])];
    }

    /// <summary>The row at which the reader stands, if it counts.</summary>
    public void Take()
    {
        _cells.CheckWidth();
        if (_places.Only is int only && !_reader.GetSpan(only).SequenceEqual(_only))
            return;
        if (_places.Split is int split && _parts.Count < MaxParts)
            _parts.NumberOf(_reader.GetSpan(split));
        ReadOnlySpan<byte> label = _reader.GetSpan(_places.Target);
        if (label.IsEmpty || label.Trim((byte)' ').IsEmpty)
            _cells.Text(_places.Target, "label");
        int number = _labels.NumberOf(label);
        if (number >= MaxLabels)
        {
            throw new UserMistakeException(
                $"The column {Quoted.Value(_columns.Target)} of {_source.Shown} has more than {MaxLabels} different "
                + $"values: labels have few; is it a score, or a row number? Name the column of labels with --target.");
        }

        _labelOfRow[_rows] = (ushort)number;
        for (int score = 0; score < _scores.Length; score++)
            _scores[score][_rows] = _cells.Number(_places.Scores[score]);
        if (_places.Group is int group)
        {
            if (_reader.GetSpan(group).Trim((byte)' ').IsEmpty) _cells.Text(group, "group");
            _groupOfRow[_rows] = _groups.NumberOf(_reader.GetSpan(group));
        }

        if (_rows < MostLookedAt) LookAtOthers();
        _rows++;
    }

    public ScoreTable ToTable(string name, Provenance provenance, int rowsInFile)
    {
        if (_rows == 0)
        {
            throw new UserMistakeException(
                $"No row of {_source.Shown} has {Quoted.Value(_columns.OnlyValue!)} in the column "
                + $"{Quoted.Value(_columns.OnlyColumn!)}: check --only.");
        }

        Array.Resize(ref _labelOfRow, _rows);
        for (int score = 0; score < _scores.Length; score++)
            Array.Resize(ref _scores[score], _rows);
        if (_places.Group is not null) Array.Resize(ref _groupOfRow, _rows);
        return new(name, _columns, _labels.All, _labelOfRow, _scores, provenance, rowsInFile, _parts.All)
        {
            GroupOfRow = _places.Group is null ? null : _groupOfRow,
            Others = [.. _others.Select((other, i) => new OtherColumn(
                _places.Header.Names[_otherPlaces[i]], other.Texts.All, other.ValueOfRow))],
        };
    }

    private void LookAtOthers()
    {
        for (int i = 0; i < _others.Length; i++)
            _others[i].ValueOfRow.Add(_others[i].Texts.NumberOf(_reader.GetSpan(_otherPlaces[i])));
    }
}
