namespace MlMaths.Torch.Data;

/// <summary>
/// A column of texts: for every level but one a 0/1 feature,
///
/// zᵢₗ = 1 where row i has level l, else 0     [n, L − 1]
///
/// The level left out is the reference, the most frequent one of the training rows: the weight of a level says how it differs from the
/// reference. With all L features their sum would always be 1, which the bias says already. Levels with too few training rows are one,
/// “other”; so is a level that no training row has, or the reference where there is no “other”; where capitals alone differ, it is
/// the level of the training rows. A missing cell is taken as the most
/// frequent level. Nothing is coded by the target: a mean of the target over a level's rows has seen the rows that it predicts.
/// </summary>
internal sealed class FittedLevels : FittedColumn
{
    private const int Unseen = -2, ReferenceLevel = -1;
    private readonly Dictionary<string, int> _placeOf;
    private readonly SeenLevels _seen;
    private readonly int _other, _count;
    private readonly string _mostFrequent;
    private readonly bool _tellsMissing;

    private FittedLevels(ColumnPlan plan, string reference, string[] own, string[] pooled, string mostFrequent, bool tellsMissing)
        : base(plan)
    {
        _mostFrequent = mostFrequent;
        string name = plan.Column.Name;
        _placeOf = own.Index().ToDictionary(level => level.Item, level => level.Index);
        _placeOf[reference] = ReferenceLevel;
        _other = pooled.Length > 0 ? own.Length : ReferenceLevel;
        foreach (string level in pooled)
            _placeOf[level] = _other;
        _count = own.Length + (pooled.Length > 0 ? 1 : 0);
        _tellsMissing = tellsMissing;
        (Reference, Pooled, Levels) = (reference, pooled, [reference, .. own, .. pooled]);
        _seen = new(Levels);
        string other = _seen.Has("other") ? "other (rare)" : "other";
        Features =
        [
            .. own.Select(level => $"{name} = {level}"), .. pooled.Length > 0 ? [$"{name} = {other}"] : (string[])[],
            .. tellsMissing ? [$"{name} missing"] : (string[])[],
        ];
    }

    public override IReadOnlyList<string> Features { get; }

    public override IReadOnlyList<string> Levels { get; }

    public override string? Reference { get; }

    public override IReadOnlyList<string> Pooled { get; }

    public override string? Filled => Plan.Column.Missing == 0 ? null : "the most frequent level of the training rows";

    internal override LearntColumn Learnt => new(ColumnRecipe.Levels, TellsMissing: _tellsMissing)
    {
        Reference = Reference,
        Own = [.. Levels.Skip(1).Except(Pooled)],
        Pooled = Pooled,
        MostFrequent = _mostFrequent,
    };

    public static FittedLevels Restore(ColumnPlan plan, LearntColumn learnt) =>
        new(plan, learnt.Reference!, [.. learnt.Own], [.. learnt.Pooled], learnt.MostFrequent!, learnt.TellsMissing);

    public static FittedColumn Fit(ColumnPlan plan, int[] training)
    {
        RawColumn column = plan.Column;
        int[] counts = column.Counts(training);
        (string Level, int Rows)[] seen = [.. column.Texts.Select((level, code) => (level, counts[code]))
            .Where(one => one.Item2 > 0).OrderBy(one => one.level, StringComparer.Ordinal)];
        int fewest = RareLevels.FewestRows(training.Length);
        bool tellsMissing = column.Missing > 0 && !plan.HasNoIndicator && training.Count(column.IsMissing) >= fewest;
        if (seen.Length == 0)
            return tellsMissing ? new FittedAbsence(plan) : new UnusedColumn(plan);
        string most = seen.MaxBy(one => one.Rows).Level;
        if (plan.Kind == ColumnKind.Binary)
            return OfTwo(plan, seen.Select(one => one.Level), most, tellsMissing);
        string[] own = [.. seen.Where(one => one.Rows >= fewest && one.Level != most).Select(one => one.Level)];
        string[] pooled = [.. seen.Where(one => one.Rows < fewest && one.Level != most).Select(one => one.Level)];
        return new FittedLevels(plan, most, own, pooled, most, tellsMissing);
    }

    private static FittedLevels OfTwo(ColumnPlan plan, IEnumerable<string> seen, string most, bool tellsMissing)
    {
        if (plan.True is not { } isTrue)
            return new(plan, most, [.. seen.Where(level => level != most)], [], most, tellsMissing);
        string isFalse = seen.FirstOrDefault(level => level != isTrue) ?? plan.Column.Texts.First(level => level != isTrue);
        return new(plan, isFalse, [isTrue], [], most, tellsMissing);
    }

    internal override void Write(RawColumn column, int[] rows, double[] features, int at, int stride)
    {
        Func<int, int> place = PlaceOfRow(column);
        int missing = PlaceOf(_mostFrequent);
        int to = at;
        foreach (int row in rows)
        {
            int level = column.IsMissing(row) ? missing : place(row);
            if (level == Unseen) level = _other;
            if (level >= 0) features[to + level] = 1;
            to += stride;
        }

        if (_tellsMissing) WriteMissing(column, rows, features, at + _count, stride);
    }

    internal override int CountUnseen(RawColumn column, int[] rows)
    {
        Func<int, int> place = PlaceOfRow(column);
        return rows.Count(row => !column.IsMissing(row) && place(row) == Unseen);
    }

    internal override IReadOnlyList<StrangeLevel> StrangeLevels(RawColumn column, int[] rows) => _seen.Strange(column, rows,
        _other >= 0
            ? "“other”, the rare levels of the training rows"
            : $"{Quoted.Value(Reference!)}, the level that others are compared with");

    private int PlaceOf(string level) => _seen.Of(level) is { } meant ? _placeOf[meant] : Unseen;

    private Func<int, int> PlaceOfRow(RawColumn column)
    {
        if (column.IsNumeric)
            return row => PlaceOf(column.Text(row)!);
        int[] places = [.. column.Texts.Select(PlaceOf)];
        return row => places[column.Codes![row]];
    }
}
