using System.Globalization;
using System.Reflection;

namespace MlMaths.Torch.Exercises.Learn.Grading;

/// <summary>Calls a learner's method with arguments and reads what it returns, however the learner spelt the types.</summary>
internal static class Binding
{
    /// <summary>The method as a function; null where its parameters cannot take such arguments.</summary>
    /// <param name="method">The learner's.</param>
    /// <param name="parameters">What each argument is.</param>
    /// <param name="arguments">The arguments of an input.</param>
    /// <param name="read">What was returned, as the grader wants it.</param>
    public static Func<TIn, TOut>? Of<TIn, TOut>(
        MethodInfo method, IReadOnlyList<Type> parameters, Func<TIn, object?[]> arguments, Func<object?, TOut> read)
    {
        ParameterInfo[] own = method.GetParameters();
        bool fits = own.Length == parameters.Count && !method.ContainsGenericParameters
            && own.Zip(parameters).All(pair => pair.First.ParameterType.IsAssignableFrom(pair.Second));
        return fits ? input => read(method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments(input), null)) : null;
    }

    /// <summary>A number that may be undefined: null where it is null or NaN.</summary>
    public static double? Number(object? returned) => returned switch
    {
        null => null,
        IConvertible number => Convert.ToDouble(number, CultureInfo.InvariantCulture) is var value && double.IsNaN(value) ? null : value,
        _ => throw new InvalidCastException($"It returned a {returned.GetType().Name}, and a number is asked for."),
    };

    /// <summary>Whole numbers, from any list of them; null where it is null.</summary>
    public static IReadOnlyList<int>? Numbers(object? returned) => returned switch
    {
        null => null,
        System.Collections.IEnumerable list and not string =>
            [.. list.Cast<object>().Select(one => Convert.ToInt32(one, CultureInfo.InvariantCulture))],
        _ => throw new InvalidCastException($"It returned a {returned.GetType().Name}, and a list of whole numbers is asked for."),
    };
}
