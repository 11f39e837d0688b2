namespace MlMaths.Torch.Optimisation;

/// <summary>What is known of one quantity of one split, however many of its readings were thinned out.</summary>
internal sealed class KeptCurve(string quantity, string split, int most)
{
    public string Quantity => quantity;

    public string Split => split;

    /// <summary>Readings that are kept at most.</summary>
    public int Most => most;

    /// <summary>One reading of so many is kept: 1, 2, 4 …</summary>
    public int Stride { get; private set; } = 1;

    /// <summary>Readings so far, kept or not.</summary>
    public int Seen { get; private set; }

    /// <summary>The last of them.</summary>
    public KeptReading Last { get; private set; }

    /// <summary>The least that is finite, the first of several; null before the first.</summary>
    public KeptReading? Least { get; private set; }

    /// <summary>The greatest that is finite, the first of several.</summary>
    public KeptReading? Greatest { get; private set; }

    /// <summary>Whether the last reading is among those that are kept anyway.</summary>
    public bool KeepsLast => (Seen - 1) % Stride == 0;

    public int Kept => (Seen + Stride - 1) / Stride;

    /// <summary>Takes a reading in; true where it is one of those that are kept.</summary>
    public bool Add(int step, double value)
    {
        Last = new(step, value);
        Seen++;
        if (double.IsFinite(value))
        {
            Least = Least is { } least && least.Value <= value ? least : Last;
            Greatest = Greatest is { } greatest && greatest.Value >= value ? greatest : Last;
        }

        return KeepsLast;
    }

    /// <summary>From now on half as many readings are kept.</summary>
    public void Thin() => Stride *= 2;

    public void Save(BinaryWriter writer)
    {
        writer.Write(Quantity);
        writer.Write(Split);
        writer.Write(Most);
        writer.Write(Stride);
        writer.Write(Seen);
        foreach (KeptReading? reading in (KeptReading?[])[Last, Least, Greatest])
        {
            writer.Write(reading is not null);
            writer.Write(reading?.Step ?? 0);
            writer.Write(reading?.Value ?? 0);
        }
    }

    public static KeptCurve Load(BinaryReader reader)
    {
        KeptCurve curve = new(reader.ReadString(), reader.ReadString(), reader.ReadInt32())
        {
            Stride = reader.ReadInt32(),
            Seen = reader.ReadInt32(),
        };
        if (curve is not { Most: > 0, Stride: > 0, Seen: > 0 })
            throw new InvalidDataException($"The curve {curve.Quantity} has {curve.Seen} readings, one of {curve.Stride} kept.");
        curve.Last = Reading() ?? throw new InvalidDataException($"The curve {curve.Quantity} has no last reading.");
        (curve.Least, curve.Greatest) = (Reading(), Reading());
        return curve;

        KeptReading? Reading()
        {
            bool isThere = reader.ReadBoolean();
            KeptReading reading = new(reader.ReadInt32(), reader.ReadDouble());
            return isThere ? reading : null;
        }
    }
}

/// <summary>A number and the updates that were made before it was read.</summary>
internal readonly record struct KeptReading(int Step, double Value);
