using System.Collections;
using System.Linq.Expressions;
using System.Reflection;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>
/// A method or constructor through which numbers come into the library, called with arguments that are none.
/// </summary>
/// <param name="Method">What is called.</param>
internal sealed record Door(MethodBase Method)
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<MethodBase, Func<object?, object?[], object?>> Compiled = [];

    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    /// <summary>How long it may take to answer: far longer than any needs, however busy the machine is.</summary>
    public TimeSpan Patience { get; init; } = Long;

    /// <summary>
    /// <c>MlMaths.Torch.Probability.Beta.Quantile(p, alpha, beta)</c>, without what all have in common.
    /// </summary>
    public string Name
    {
        get
        {
            string type = Method.DeclaringType!.FullName!.Replace("MlMaths.Torch.", "", StringComparison.Ordinal);
            string parameters = string.Join(", ", Method.GetParameters().Select(parameter => parameter.Name));
            return $"{type}.{(Method.IsConstructor ? "new" : Method.Name)}({parameters})";
        }
    }

    /// <summary>
    /// Everything public that takes a number; a record's own constructor only keeps what it is given, unless the record
    /// is one of a family that computes.
    /// </summary>
    public static IEnumerable<Door> All(Assembly library) =>
        from type in library.GetExportedTypes()
        where !type.IsInterface && !typeof(Delegate).IsAssignableFrom(type) && !type.ContainsGenericParameters
        from method in type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors())
        where !method.IsSpecialName || method.IsConstructor
        where !method.IsAbstract && !method.IsGenericMethod
            && method.Name is not ("Equals" or "GetHashCode" or "Deconstruct")
        where !(method.IsConstructor && IsRecord(type) && OnlyKeeps(method))
        where method.GetParameters().Any(parameter => NoNumber.IsNumbers(parameter.ParameterType))
            && !method.GetParameters().Any(parameter => parameter.ParameterType.IsByRef)
        orderby type.FullName, method.Name
        select new Door(method);

    /// <summary>
    /// Calls the member in the first world that it takes, then with no number in the place of each number; one line for
    /// each that is let in without a word.
    /// </summary>
    /// <param name="says">Whether its documentation tells what becomes of such a number.</param>
    public IEnumerable<string> Breaches(Func<double, bool> says)
    {
        if (NoNumber.All.All(says)) return [];
        if (ByHand.Calls.FirstOrDefault(one => Name.StartsWith($"{one.Key}{(one.Key.Contains('(') ? "" : "(")}",
            StringComparison.Ordinal)).Value is { } calls)
        {
            return calls.SelectMany((call, k) => NoNumber.All.Where(bad => !says(bad)).Select(bad => (k, bad,
                Answer: Reading(Try(() => call(bad), Patience)))))
                .Where(one => one.Answer is not null).Select(one => $"{Name}, call {one.k} by hand, with {one.bad}: "
                    + $"{one.Answer}");
        }

        if (Welcome() is not { } world)
            return [$"{Name}: no arguments were found that it takes; give it some in ByHand"];
        return from parameter in Method.GetParameters()
               from place in Enumerable.Range(0, NoNumber.Places(parameter.ParameterType))
               from bad in NoNumber.All
               where !says(bad)
               let answer = AnswerTo(world, parameter, bad, place)
               where answer is not null
               select $"{Name}: {parameter.Name}{(NoNumber.Places(parameter.ParameterType) > 1 ? $", number {place + 1}" : "")} "
                   + $"with {bad}: {answer}";
    }

    /// <summary>
    /// Calls any method, spans included, and walks through what it returns, as a list may be worked out late.
    /// </summary>
    public static object? Call(MethodBase method, object? instance, object?[] arguments)
    {
        Func<object?, object?[], object?> call;
        lock (Compiled)
        {
            if (!Compiled.TryGetValue(method, out call!))
                Compiled[method] = call = Compile(method);
        }

        object? result = call(instance, arguments);
        if (result is IEnumerable list and not Tensor and not string)
        {
            foreach (object? _ in list)
            {
            }
        }

        return result;
    }

    private static Func<object?, object?[], object?> Compile(MethodBase method)
    {
        ParameterExpression self = Expression.Parameter(typeof(object)),
            given = Expression.Parameter(typeof(object?[]));
        Expression[] passed = [.. method.GetParameters().Select((parameter, i) => Passed(Expression.ArrayIndex(given,
            Expression.Constant(i)), parameter.ParameterType))];
        Expression call = method is ConstructorInfo constructor ? Expression.New(constructor, passed)
            : Expression.Call(method.IsStatic ? null : Expression.Convert(self, method.DeclaringType!),
                (MethodInfo)method, passed);
        Expression body = call.Type == typeof(void) || call.Type.IsByRefLike ? Expression.Block(call,
            Expression.Constant(null)) : Expression.Convert(call, typeof(object));
        return Expression.Lambda<Func<object?, object?[], object?>>(body, self, given).Compile();
    }

    private static Expression Passed(Expression argument, Type type)
    {
        if (!type.IsByRefLike) return Expression.Convert(argument, type);
        Type array = type.GetGenericArguments()[0].MakeArrayType();
        return Expression.Call(type.GetMethod("op_Implicit", [array])!, Expression.Convert(argument, array));
    }

    private SampleWorld? Welcome() =>
        SampleWorld.All.FirstOrDefault(world => Try(() => Enter(world, null, 0, 0), Long) is null);

    private string? AnswerTo(SampleWorld world, ParameterInfo parameter, double bad, int place) =>
        Reading(Try(() => Enter(world, parameter, bad, place), Patience));

    private string? Reading(Exception? thrown) => thrown switch
    {
        null => "is taken, and the documentation does not say what becomes of it",
        ArgumentException or UserMistakeException => null,
        TimeoutException => $"no answer within {Patience.TotalSeconds:0.#} seconds",
        { } other => $"{other.GetType().Name}, {other.Message.Split('\n')[0]}",
    };

    private void Enter(SampleWorld world, ParameterInfo? parameter, double bad, int place)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        SampleWorld fresh = world with { };
        object? instance = Method.IsStatic || Method.IsConstructor ? null : fresh.Of(Method.DeclaringType!);
        object?[] arguments = fresh.Arguments(Method);
        for (int i = 0; i < arguments.Length; i++)
        {
            ParameterInfo here = Method.GetParameters()[i];
            if (parameter is not null && here.Position == parameter.Position)
                arguments[i] = NoNumber.In(arguments[i] ?? fresh.Of(here.ParameterType), here.ParameterType, bad, place);
        }

        Call(Method, instance, arguments);
    }

    private static Exception? Try(Action call, TimeSpan patience)
    {
        Exception? thrown = null;
        var thread = new Thread(() =>
        {
            try
            {
                call();
            }
            catch (Exception exception)
            {
                thrown = exception;
            }
        });
        thread.IsBackground = true; // one that never answers is left behind
        thread.Start();
        return thread.Join(patience) ? thrown : new TimeoutException();
    }

    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null || (type.IsValueType && type.GetMethod("PrintMembers",
            BindingFlags.NonPublic | BindingFlags.Instance) is not null);

    private static bool OnlyKeeps(MethodBase constructor) =>
        constructor.DeclaringType!.GetInterfaces().All(face => face.Name.StartsWith("IEquatable",
            StringComparison.Ordinal))
        && constructor.GetParameters().All(parameter => constructor.DeclaringType.GetProperty(parameter.Name!) is not null);
}
