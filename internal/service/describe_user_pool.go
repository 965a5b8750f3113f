package service

// DescribeUserPool shows the pool as it is.
var describeUserPool = operation{pool: byID, run: func(t *turn) answer {
	return answer{in: "UserPool", value: detached(t.pool.show(t.api.Contract, t.Day))}
}}
