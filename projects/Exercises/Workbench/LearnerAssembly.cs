using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;

namespace MlMaths.Torch.Exercises.Workbench;

/// <summary>A learner's compiled file, ready to be called.</summary>
internal sealed class LearnerAssembly
{
    private readonly Assembly _code;

    private LearnerAssembly(Assembly code) => _code = code;

    public static LearnerAssembly Load(byte[] code, byte[] symbols)
    {
        var context = new AssemblyLoadContext("answer", isCollectible: true);
        using MemoryStream codes = new(code), lines = new(symbols);
        return new(context.LoadFromStream(codes, lines));
    }

    /// <summary>A new one of the only class that has this face; null where there is none.</summary>
    public T? Make<T>() where T : class =>
        _code.GetTypes().FirstOrDefault(type => type.IsAssignableTo(typeof(T)) && !type.IsAbstract
            && type.GetConstructor(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance, []) is not null) is { } found
            ? (T)Activator.CreateInstance(found, nonPublic: true)!
            : null;

    /// <summary>The static method of that name, whatever its class is called; null where there is none.</summary>
    public MethodInfo? Method(string name) => _code.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .FirstOrDefault(method => method.Name == name);

    /// <summary>The line of the learner's file at which an exception was thrown; null where it was not thrown below it.</summary>
    public int? LineOf(Exception thrown)
    {
        StackFrame? own = new StackTrace(thrown, fNeedFileInfo: true).GetFrames()
            .FirstOrDefault(frame => frame.GetMethod()?.Module.Assembly == _code);
        return own?.GetFileLineNumber() is > 0 and int line ? line : null;
    }
}
