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
    private readonly ScoreNumbers[] _numbers;
    private int _rows, _withoutLabel;

    public ScoreRows(CsvReader reader, CsvCells cells, ScorePlaces places, ScoreColumns columns, CsvSource source, int maxRows)
    {
        (_reader, _cells, _places, _columns, _source) = (reader, cells, places, columns, source);
        _only = columns.OnlyValue is { } value ? Encoding.UTF8.GetBytes(value) : null;
        _labelOfRow = new ushort[maxRows];
        _groupOfRow = places.Group is null ? [] : new int[maxRows];
        _otherPlaces = places.Others;
        _others = [.. _otherPlaces.Select(_ => (new KnownTexts(), new List<int>()))];
        _scores = [.. places.Scores.Select(_ => new double[maxRows])];
        _numbers = [.. places.Scores.Select(place => new ScoreNumbers(places.Header.Names[place]))];
    }

    /// <summary>Labels of another file; null where they stand beside the scores.</summary>
    public LabelFile? LabelsElsewhere { get; init; }

    /// <summary>The row at which the reader stands, if it counts.</summary>
    public void Take()
    {
        _cells.CheckWidth();
        if (_places.Only is int only && !_reader.GetSpan(only).SequenceEqual(_only))
            return;
        if (_places.Split is int split && _parts.Count < MaxParts)
            _parts.NumberOf(_reader.GetSpan(split));
        int number = LabelsElsewhere is { } elsewhere ? elsewhere.LabelOf(_reader.GetSpan(_places.Target)) : OwnLabel();
        if (number < 0)
        {
            _withoutLabel++;
            return;
        }

        _labelOfRow[_rows] = (ushort)number;
        for (int score = 0; score < _scores.Length; score++)
            _scores[score][_rows] = _cells.Number(_places.Scores[score], _numbers[score]);
        if (_places.Group is int group)
        {
            if (_reader.GetSpan(group).Trim((byte)' ').IsEmpty) _cells.Text(group, "group");
            _groupOfRow[_rows] = _groups.NumberOf(_reader.GetSpan(group));
        }

        if (_rows < MostLookedAt) LookAtOthers();
        _rows++;
    }

    public ScoreTable ToTable(string name, Provenance provenance, int rowsInFile, IReadOnlyList<string> notes)
    {
        if (_rows == 0) throw NoRows();
        int all = _rows, dropped = DropMissing();
        foreach (ScoreNumbers numbers in _numbers)
            numbers.RequireClear(_source.Shown);
        Array.Resize(ref _labelOfRow, _rows);
        for (int score = 0; score < _scores.Length; score++)
            Array.Resize(ref _scores[score], _rows);
        if (_places.Group is not null) Array.Resize(ref _groupOfRow, _rows);
        return new(name, _columns, (LabelsElsewhere?.Labels ?? _labels).All, _labelOfRow, _scores, provenance, rowsInFile, _parts.All)
        {
            GroupOfRow = _places.Group is null ? null : _groupOfRow,
            Notes = [.. notes, .. _numbers.SelectMany(numbers => numbers.Notes()), .. AboutLabels(), .. AboutMissing(dropped, all)],
            WithoutScore = dropped,
            Others = [.. _others.Select((other, i) => new OtherColumn(
                _places.Header.Names[_otherPlaces[i]], other.Texts.All, other.ValueOfRow))],
        };
    }

    private int OwnLabel()
    {
        ReadOnlySpan<byte> label = _reader.GetSpan(_places.Target).Trim(" \t"u8);
        if (label.IsEmpty) _cells.Text(_places.Target, "label");
        int number = _labels.NumberOf(label);
        return number < MaxLabels ? number : throw new UserMistakeException(
            $"The column {Quoted.Value(_columns.Target)} of {_source.Shown} has more than {MaxLabels} different "
            + $"values: labels have few; is it a score, or a row number? Name the column of labels with --target.");
    }

    private UserMistakeException NoRows() => _withoutLabel > 0
        ? new($"No row of {_source.Shown} has a key that {Quoted.Path(_columns.LabelsFile!)} has too: check --key, and that both files "
            + "write it alike.")
        : new($"No row of {_source.Shown} has {Quoted.Value(_columns.OnlyValue!)} in the column "
            + $"{Quoted.Value(_columns.OnlyColumn!)}: check --only.");

    /// <summary>Leaves out rows that lack a score, where that was asked for; how many.</summary>
    private int DropMissing()
    {
        string[] missing = [.. _numbers.Select(numbers => numbers.MissingIn(_rows)).OfType<string>()];
        if (missing.Length == 0) return 0;
        if (!_columns.DropsMissing)
        {
            throw new UserMistakeException(
                $"{_source.Shown}: the score {string.Join(", and ", missing)}. A model that gives no score where it is unsure looks "
                    + $"better on "
                + "the rest: fill them in, or measure the rest with --missing-scores drop, which says so.");
        }

        int kept = 0;
        for (int row = 0; row < _rows; row++)
        {
            if (_scores.Any(score => double.IsNaN(score[row]))) continue;
            _labelOfRow[kept] = _labelOfRow[row];
            if (_places.Group is not null) _groupOfRow[kept] = _groupOfRow[row];
            foreach (double[] score in _scores)
                score[kept] = score[row];
            foreach ((KnownTexts _, List<int> ofRow) in _others)
            {
                if (row < ofRow.Count) ofRow[kept] = ofRow[row];
            }

            kept++;
        }

        foreach ((KnownTexts _, List<int> ofRow) in _others)
        {
            if (ofRow.Count > kept) ofRow.RemoveRange(kept, ofRow.Count - kept);
        }

        int dropped = _rows - kept;
        _rows = kept;
        return kept > 0 ? dropped : throw new UserMistakeException($"{_source.Shown}: every row lacks a score, and nothing is left to "
            + $"measure.");
    }

    private IEnumerable<string> AboutLabels()
    {
        if (LabelsElsewhere is not { } elsewhere) yield break;
        if (_withoutLabel > 0)
        {
            yield return $"{Counted.Of(_withoutLabel, "scored row has", "scored rows have")} no label in "
                + $"{Quoted.Path(_columns.LabelsFile!)}, and took no part.";
        }
        if (elsewhere.Unused > 0)
        {
            yield return $"{Counted.Of(elsewhere.Unused, "label has", "labels have")} no score: if the model gives none where it is "
                + $"unsure, what is "
                + "measured here flatters it.";
        }
    }

    private static IEnumerable<string> AboutMissing(int dropped, int rows) => dropped == 0 ? [] :
    [
        $"{NumberText.Count(dropped)} of {Counted.Rows(rows)} have no score and were left out, as asked. That flatters a model that "
            + $"gives no "
            + "score where it is unsure.",
    ];

    private void LookAtOthers()
    {
        for (int i = 0; i < _others.Length; i++)
            _others[i].ValueOfRow.Add(_others[i].Texts.NumberOf(_reader.GetSpan(_otherPlaces[i])));
    }
}
