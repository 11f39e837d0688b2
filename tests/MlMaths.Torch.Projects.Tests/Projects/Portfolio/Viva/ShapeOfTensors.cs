using System.Globalization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The products that questions ask about, computed: what shape they have.</summary>
internal static partial class ShapeOfTensors
{
    public static int[] Of(string id, string text)
    {
        int[] said = [.. Whole().Matches(text).Select(one => int.Parse(one.Value, CultureInfo.InvariantCulture))];
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor product = id switch
        {
            "logistic.gradient-shape" => torch.zeros(said[0], said[1]).t().mv(torch.zeros(said[0])),
            "logistic.hessian-shape" => Gram(torch.zeros(40, said[^1])),
            "pca.scores-shape" => torch.zeros(said[1], said[2]).mm(torch.zeros(said[2], said[0])),
            "pca.covariance-shape" => Gram(torch.zeros(said[0], said[1])),
            "net.weight-shape" => torch.zeros(said[0], said[2]).t().mm(torch.zeros(said[0], said[1])),
            "regression.normal-shape" => Gram(torch.cat([torch.ones(40, 1), torch.zeros(40, said[0])], 1)),
            _ => throw new ArgumentOutOfRangeException(nameof(id), id, "This shape is not computed."),
        };
        return [.. product.shape.Select(size => (int)size)];
    }

    private static Tensor Gram(Tensor X) => X.t().mm(X);

    [GeneratedRegex(@"(?<![A-Za-z.\d])\d+(?![A-Za-z.\d])")]
    private static partial Regex Whole();
}
