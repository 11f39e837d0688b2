using System.Collections;
using System.Runtime.InteropServices;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// The rows of one training, in memory that does not grow with its steps. Of a quantity that is read at every step 20,000 readings
/// are kept, of one that is read once an epoch 100,000: every one up to there, then every second, every fourth … and always the
/// first and the last. Least and greatest are known of all readings. Before a row is dropped, all of them go into a file, if there is one.
/// </summary>
internal sealed class KeptRows(string run, int stepsPerEpoch) : IReadOnlyList<HistoryRow>
{
    public const int MaxOfSteps = 20_000, MaxOfEpochs = 100_000;

    private const long NoFile = -1;

    private readonly List<KeptCurve> _curves = [];
    private readonly Dictionary<(string Quantity, string Split), int> _places = [];
    private readonly List<(int Step, int Curve, double Value)> _kept = [];
    private IHistoryFile? _file;
    private bool _inFile, _isThinned;

    /// <summary>Those that are in memory.</summary>
    public int Count => _kept.Count + _curves.Count(curve => !curve.KeepsLast);

    public HistoryRow this[int index] => index < _kept.Count ? Row(_kept[index]) : Lasts().ElementAt(index - _kept.Count);

    /// <summary>Where rows go once there are too many of them.</summary>
    public void ContinueIn(IHistoryFile file) => _file = file;

    public void Add(int step, string quantity, string split, double value, bool onceAnEpoch)
    {
        ref int place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, (quantity, split), out bool known);
        if (!known)
        {
            place = _curves.Count;
            _curves.Add(new(quantity, split, onceAnEpoch ? MaxOfEpochs : MaxOfSteps));
        }

        int curve = place;
        if (_inFile)
            _file!.Append(Row((step, curve, value)));
        if (_curves[curve].Add(step, value))
            _kept.Add((step, curve, value));
        if (_curves[curve].Kept > _curves[curve].Most)
            Thin(curve);
    }

    /// <summary>The least or the greatest finite reading of a quantity, of all that were made; null where there is none.</summary>
    public HistoryRow? Extreme(string quantity, string split, bool greatest) =>
        _places.TryGetValue((quantity, split), out int curve)
            && (greatest ? _curves[curve].Greatest : _curves[curve].Least) is { } reading
            ? Row((reading.Step, curve, reading.Value))
            : null;

    public IEnumerator<HistoryRow> GetEnumerator() => _kept.Select(Row).Concat(Lasts()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Save(BinaryWriter writer)
    {
        writer.Write(_inFile ? _file!.Length() : NoFile);
        writer.Write(_isThinned);
        writer.Write(_curves.Count);
        foreach (KeptCurve curve in _curves)
            curve.Save(writer);
        writer.Write(_kept.Count);
        foreach ((int step, int curve, double value) in _kept)
        {
            writer.Write(step);
            writer.Write(curve);
            writer.Write(value);
        }
    }

    public void Load(BinaryReader reader)
    {
        long length = reader.ReadInt64();
        _isThinned = reader.ReadBoolean();
        _curves.Clear();
        _places.Clear();
        for (int left = reader.ReadCount(bytesEach: 1); left > 0; left--)
        {
            KeptCurve curve = KeptCurve.Load(reader);
            _places.Add((curve.Quantity, curve.Split), _curves.Count);
            _curves.Add(curve);
        }

        _kept.Clear();
        for (int left = reader.ReadCount(bytesEach: sizeof(int) + sizeof(int) + sizeof(double)); left > 0; left--)
            _kept.Add((reader.ReadInt32(), reader.ReadPlace(_curves.Count), reader.ReadDouble()));
        _inFile = length != NoFile && _file is not null;
        if (_inFile)
            _file!.Continue(length);
    }

    /// <summary>Drops every second reading of a curve, after all rows have gone into the file.</summary>
    private void Thin(int curve)
    {
        if (!_isThinned && _file is not null)
        {
            foreach (HistoryRow row in this)
                _file.Append(row);
            _inFile = true;
        }

        _isThinned = true;
        _curves[curve].Thin();
        int ordinal = 0;
        _kept.RemoveAll(reading => reading.Curve == curve && ordinal++ % 2 != 0);
    }

    /// <summary>The last reading of each curve, where it is not among those that are kept anyway.</summary>
    private IEnumerable<HistoryRow> Lasts() => _curves.Index().Where(curve => !curve.Item.KeepsLast)
        .OrderBy(curve => curve.Item.Last.Step).Select(curve => Row((curve.Item.Last.Step, curve.Index, curve.Item.Last.Value)));

    private HistoryRow Row((int Step, int Curve, double Value) reading) => new(
        run, reading.Step, (double)reading.Step / stepsPerEpoch, _curves[reading.Curve].Split,
        _curves[reading.Curve].Quantity, reading.Value);
}
