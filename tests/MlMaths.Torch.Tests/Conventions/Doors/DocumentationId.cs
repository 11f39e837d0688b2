using System.Reflection;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>The name under which the compiler files a member's documentation.</summary>
internal static class DocumentationId
{
    public static string Of(MethodBase method)
    {
        string parameters = string.Join(",", method.GetParameters().Select(parameter => Of(parameter.ParameterType)));
        string name = method.IsConstructor ? "#ctor" : method.Name;
        return $"M:{Of(method.DeclaringType!)}.{name}{(parameters.Length > 0 ? $"({parameters})" : "")}";
    }

    private static string Of(Type type)
    {
        if (type.IsArray)
        {
            string bounds = type.GetArrayRank() == 1 ? "" : string.Join(",", Enumerable.Repeat("0:", type.GetArrayRank()));
            return $"{Of(type.GetElementType()!)}[{bounds}]";
        }

        if (!type.IsGenericType) return type.FullName!.Replace('+', '.');
        string generic = type.GetGenericTypeDefinition().FullName!.Split('`')[0].Replace('+', '.');
        return $"{generic}{{{string.Join(",", type.GetGenericArguments().Select(Of))}}}";
    }
}
