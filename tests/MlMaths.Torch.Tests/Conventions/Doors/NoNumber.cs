namespace MlMaths.Torch.Tests.Conventions;

/// <summary>NaN and the infinities, put in the place of a number that was asked for.</summary>
internal static class NoNumber
{
    public static readonly IReadOnlyList<double> All = [double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    /// <summary>A number, or anything that is a list of them, or of lists of them.</summary>
    public static bool IsNumbers(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? IsNumbers(inner)
        : type == typeof(double) || type == typeof(float) || (SampleWorld.ElementOf(type) is { } element
            && IsNumbers(element));

    /// <summary>
    /// The sample with one number replaced, the middle one of a list; the sample itself is left alone.
    /// </summary>
    public static object In(object? sample, Type type, double bad)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(double)) return bad;
        if (plain == typeof(float)) return (float)bad;
        var list = (Array)((Array)sample!).Clone();
        if (list.Rank == 2)
        {
            list.SetValue(bad, 1, 1);
            return list;
        }

        int middle = list.Length / 2;
        list.SetValue(In(list.GetValue(middle), list.GetType().GetElementType()!, bad), middle);
        return list;
    }
}
