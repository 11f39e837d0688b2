namespace MlMaths.Torch.Optimisation;

/// <summary>A history in a checkpoint: every name once, then each row with the numbers of its names.</summary>
internal static class HistoryBytes
{
    public static void Write(this BinaryWriter writer, IReadOnlyList<HistoryRow> rows)
    {
        Dictionary<string, int> names = [];
        foreach (HistoryRow row in rows)
        {
            names.TryAdd(row.Split, names.Count);
            names.TryAdd(row.Quantity, names.Count);
        }

        writer.Write(names.Count);
        foreach (string name in names.Keys)
            writer.Write(name);
        writer.Write(rows.Count);
        foreach (HistoryRow row in rows)
        {
            writer.Write(row.Step);
            writer.Write(row.Epoch);
            writer.Write(names[row.Split]);
            writer.Write(names[row.Quantity]);
            writer.Write(row.Value);
        }
    }

    public static HistoryRow[] ReadHistory(this BinaryReader reader, string run)
    {
        string[] names = [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString())];
        HistoryRow[] rows = new HistoryRow[reader.ReadInt32()];
        for (int i = 0; i < rows.Length; i++)
            rows[i] = new(run, reader.ReadInt32(), reader.ReadDouble(), names[reader.ReadInt32()], names[reader.ReadInt32()], reader.ReadDouble());
        return rows;
    }
}
