using System.Reflection;
using System.Runtime.CompilerServices;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>NaN and the infinities, put in the place of a number that was asked for.</summary>
internal static class NoNumber
{
    public static readonly IReadOnlyList<double> All = [double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    /// <summary>A number, a tensor, a tuple with one in it, or anything that is a list of them, or of lists of them.</summary>
    public static bool IsNumbers(Type type) => Places(type) > 0;

    /// <summary>How many kinds of numbers there are: as many as a tuple has parts that are numbers, else one.</summary>
    public static int Places(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? Places(inner)
        : type == typeof(double) || type == typeof(float) || type == typeof(Tensor) ? 1
        : IsTuple(type) ? type.GetGenericArguments().Sum(Places)
        : SampleWorld.ElementOf(type) is { } element ? Places(element) : 0;

    public static bool IsTuple(Type type) => type.IsValueType && type.IsAssignableTo(typeof(ITuple));

    /// <summary>
    /// The sample with one number replaced, the middle one of a list; the sample itself is left alone.
    /// </summary>
    public static object In(object? sample, Type type, double bad, int place)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(double)) return bad;
        if (plain == typeof(float)) return (float)bad;
        if (plain == typeof(Tensor)) return InTensor((Tensor)sample!, bad);
        if (IsTuple(plain)) return InTuple(sample!, plain, bad, place);
        var list = (Array)((Array)sample!).Clone();
        if (list.Rank == 2)
        {
            list.SetValue(bad, 1, 1);
            return list;
        }

        int middle = list.Length / 2;
        list.SetValue(In(list.GetValue(middle), list.GetType().GetElementType()!, bad, place), middle);
        return list;
    }

    // Whole numbers, such as classes, have no NaN.
    private static Tensor InTensor(Tensor sample, double bad)
    {
        if (!sample.is_floating_point()) throw new ArgumentException("A whole number is never none.");
        Tensor copy = sample.clone();
        copy.view(-1)[copy.numel() / 2] = bad;
        return copy;
    }

    private static object InTuple(object sample, Type type, double bad, int place)
    {
        object copy = RuntimeHelpers.GetObjectValue(sample);
        foreach (FieldInfo part in type.GetFields().OrderBy(part => part.Name, StringComparer.Ordinal))
        {
            int places = Places(part.FieldType);
            if (place >= 0 && place < places)
                part.SetValue(copy, In(part.GetValue(sample), part.FieldType, bad, place));
            place -= places;
        }

        return copy;
    }
}
