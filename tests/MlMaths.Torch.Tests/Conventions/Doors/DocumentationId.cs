using System.Reflection;

namespace MlMaths.Torch.Tests.Conventions.Doors;

/// <summary>The name under which the compiler files a member's documentation.</summary>
internal static class DocumentationId
{
    public static string Of(MethodBase method)
    {
        string parameters = string.Join(",", method.GetParameters().Select(parameter => Of(parameter.ParameterType)));
        return $"M:{Of(method.DeclaringType!)}.{(method.IsConstructor ? "#ctor" : method.Name)}{(parameters.Length > 0 ? $"({parameters})" : "")}";
    }

    private static string Of(Type type)
    {
        if (type.IsArray)
            return Of(type.GetElementType()!) + (type.GetArrayRank() == 1 ? "[]" : $"[{string.Join(",", Enumerable.Repeat("0:", type.GetArrayRank()))}]");
        if (!type.IsGenericType) return type.FullName!.Replace('+', '.');
        return $"{type.GetGenericTypeDefinition().FullName!.Split('`')[0].Replace('+', '.')}{{{string.Join(",", type.GetGenericArguments().Select(Of))}}}";
    }
}
